"""What somebody can work out who holds a file with a release, and nothing else."""

from collections.abc import Iterator, Mapping

import pandas as pd

from survey.disclosure.attacking.file_checks import (
    FIGURES,
    INVENTED,
    KEYS,
    SAID,
    SHARES,
    foreign,
    is_family,
    known,
    miscounted,
    small,
    uncoded,
)
from survey.disclosure.attacking.finding import Finding, Kind, of_each
from survey.disclosure.attacking.remainders import joined_remainders, remainders
from survey.disclosure.attacking.same_people import apart, filled, with_index, with_items

# A share of all or of none tells what each person answered: it needs more people than a mean.
# Written again here, since the attacker does not rely on what made the release.
SMALLEST_SHARE = 10

Parents = Mapping[str, str | None]


def attack(cells: pd.DataFrame, parents: Parents, *, k: int) -> tuple[Finding, ...]:
    """Try everything that the file allows by itself; empty when nothing about fewer than k follows.

    cells: one row a published cell: unit_id, measure and, where they are there, family, group and
    FIGURES; NaN is "not published"; of other columns but INVENTED it is only told that they are
    there. parents: unit -> the unit above it, None for the root. A share, and whether a unit is
    divided, needs max(2 k, 10) people.

    Covered, for every measure and for means and shares each: cells on too few, on nobody knows how
    many, or carried by too few; each family's cells less those below them (theorem 1, exact); the
    people of hospitals, alone and together, less their crossing cells, see `joined_remainders`;
    both also where a measure leaves a hole that another on the same people fills (`same_people`);
    figures that are not coded; items on other people than their dimension. Not covered, for no file
    says it: cuts that take how many of a group work in a unit below a hospital. The release's own
    auditor knows them and tries every cut. Nor can it be seen that a file lies about how many
    answered as long as its numbers fit each other.
    """
    rows = known(cells)
    there = rows["unit_id"].isin(list(parents)) & is_family(rows)
    repeated = rows.duplicated(list(KEYS))
    tried = rows[there & ~repeated]
    share_k = max(2 * k, SMALLEST_SHARE)
    found = [
        *foreign(map(str, cells.columns), (*KEYS, *FIGURES, INVENTED)),
        *of_each(Kind.STRANGER, rows[~there]),
        *of_each(Kind.REPEATED, rows[repeated]),
        *uncoded(rows),
        *miscounted(tried, k),
        *small(tried, "n", SAID, k),
        *small(tried, "shared", SHARES, share_k),
        *_subtracted(_counted(tried, "n"), parents, k),
        *_derived(_counted(tried, "shared"), parents, share_k),
    ]
    return tuple(dict.fromkeys(found))


def _counted(tried: pd.DataFrame, base: str) -> pd.DataFrame:
    counted = tried[[*KEYS]].assign(n=tried[base])
    return counted[counted["n"].notna()]


def _subtracted(counted: pd.DataFrame, parents: Parents, least: int) -> Iterator[Finding]:
    """Each measure by itself, then with its holes filled by measures on the same people."""
    yield from apart(counted)
    yield from _derived(counted, parents, least)
    by_items = with_items(counted)
    yield from _derived(filled(by_items, counted), parents, least)
    # Somebody's index may count without each of the dimensions: only what a measure's own cells
    # give away is a finding, and fewer than none is not.
    own = {*zip(*(by_items[key] for key in KEYS[1:]), strict=True)}
    for found in _derived(filled(with_index(by_items), by_items), parents, least):
        real = (found.unit_id, found.group, found.measure) in own
        if found.kind is Kind.JOINT or (found.kind is Kind.REMAINDER and real):
            yield found


def _derived(counted: pd.DataFrame, parents: Parents, least: int) -> Iterator[Finding]:
    """What numbers of people give away; nothing between 1 and `least` - 1 may."""
    for measure, cells in counted.groupby("measure", sort=False):
        families = {
            str(group): dict(zip(of["unit_id"], of["n"], strict=True))
            for group, of in cells.groupby("group", sort=False)
        }
        for group, people in families.items():
            for unit_id, left in remainders(people, parents).items():
                if left != people[unit_id]:
                    yield from _left(Kind.REMAINDER, unit_id, group, str(measure), left, least)
        units = families.pop("", {})
        for unit_id, left in joined_remainders(units, families, parents).items():
            yield from _left(Kind.JOINT, unit_id, "", str(measure), left, least)


def _left(
    kind: Kind, unit_id: str, group: str, measure: str, left: float, least: int
) -> Iterator[Finding]:
    if left < 0:
        yield Finding(Kind.CONTRADICTION, unit_id, group, measure, left)
    elif 0 < left < least:
        yield Finding(kind, unit_id, group, measure, left)
