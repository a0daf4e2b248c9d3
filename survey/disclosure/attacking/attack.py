"""An attack on a released file: all that it discloses about groups of fewer than k people."""

from collections.abc import Iterator, Mapping

import pandas as pd

from survey.disclosure.attacking.file_checks import (
    CONTENT,
    FIGURES,
    INVENTED,
    KEYS,
    SHARES,
    foreign,
    is_family,
    miscounted,
    normalised,
    small,
    uncoded,
)
from survey.disclosure.attacking.finding import Finding, Kind, of_each
from survey.disclosure.attacking.remainders import combined_remainders, remainders
from survey.disclosure.attacking.same_people import (
    differing_items,
    grown,
    is_mean_of_dimensions,
    with_index,
    with_items,
)

# A share of all or of none tells what each person answered: it needs more people than a mean.
# Written again here, since the attacker does not rely on what made the release.
SMALLEST_SHARE = 10

Parents = Mapping[str, str | None]


def attack(cells: pd.DataFrame, parents: Parents, *, k: int) -> tuple[Finding, ...]:
    """Return what follows about fewer than k people from a released file; empty when nothing does.

    cells: one row a published cell: unit_id, measure and, where they are there, family, group and
    FIGURES; NaN is "not published"; any other column but INVENTED is a finding by its name alone.
    parents: unit -> the unit above it, None for the root. A share, and whether a unit is divided,
    needs max(2 k, 10) people.

    Covered, for every measure and for means and shares each: cells on too few, without a number of
    people, or with too small an n_eff; each family's cells less those below them (theorem 1,
    exact); the people of hospitals, alone and together, less their crossing cells, see
    `combined_remainders`; both also where a measure leaves a hole that another on the same people
    fills (`same_people`), as an index does where it is more than the mean of the dimensions beside
    it; figures that are not coded; items on other people than their dimension.
    Not covered, since no file has it: cuts that need how many of a group work in a unit below a
    hospital. The release's own auditor has those counts and tries every cut. Nor is it found that a
    file gives false numbers of people, as long as its numbers fit each other.
    """
    rows = normalised(cells)
    in_tree = rows["unit_id"].isin(list(parents)) & is_family(rows)
    repeated = rows.duplicated(list(KEYS))
    valid = rows[in_tree & ~repeated]
    share_k = max(2 * k, SMALLEST_SHARE)
    findings = [
        *foreign(map(str, cells.columns), (*KEYS, *FIGURES, INVENTED)),
        *of_each(Kind.STRANGER, rows[~in_tree]),
        *of_each(Kind.REPEATED, rows[repeated]),
        *uncoded(rows),
        *miscounted(valid, k),
        *small(valid, "n", CONTENT, k),
        *small(valid, "shared", SHARES, share_k),
        *_subtracted(valid, parents, k),
        *_derived(_counted(valid, "shared"), parents, share_k),
    ]
    return tuple(dict.fromkeys(findings))


def _counted(rows: pd.DataFrame, base: str) -> pd.DataFrame:
    """KEYS and n, the people of `base`, of the cells that have it."""
    counted = rows[[*KEYS]].assign(n=rows[base])
    return counted[counted["n"].notna()]


def _subtracted(rows: pd.DataFrame, parents: Parents, least: int) -> Iterator[Finding]:
    """Findings of each measure by itself, then with its hidden cells filled from other measures."""
    counted = _counted(rows, "n")
    yield from differing_items(counted)
    yield from _derived(counted, parents, least)
    by_items = with_items(counted)
    yield from _derived(grown(by_items, counted), parents, least)
    if is_mean_of_dimensions(rows):
        return
    # A person may have an index without each of the dimensions, so these numbers are not exact: a
    # remainder counts only where the measure has a cell of its own, and a negative one never.
    own = {*zip(*(by_items[key] for key in KEYS[1:]), strict=True)}
    for finding in _derived(grown(with_index(by_items), by_items), parents, least):
        real = (finding.unit_id, finding.group, finding.measure) in own
        if finding.kind is Kind.JOINT or (finding.kind is Kind.REMAINDER and real):
            yield finding


def _derived(counted: pd.DataFrame, parents: Parents, least: int) -> Iterator[Finding]:
    """Findings of 1 to `least` - 1 people that follow from numbers of people by subtraction."""
    for measure, cells in counted.groupby("measure", sort=False):
        families = {
            str(group): dict(zip(rows["unit_id"], rows["n"], strict=True))
            for group, rows in cells.groupby("group", sort=False)
        }
        for group, people in families.items():
            for unit_id, left in remainders(people, parents).items():
                if left != people[unit_id]:
                    yield from _left(Kind.REMAINDER, unit_id, group, str(measure), left, least)
        units = families.pop("", {})
        for unit_id, left in combined_remainders(units, families, parents).items():
            yield from _left(Kind.JOINT, unit_id, "", str(measure), left, least)


def _left(
    kind: Kind, unit_id: str, group: str, measure: str, left: float, least: int
) -> Iterator[Finding]:
    if left < 0:
        yield Finding(Kind.CONTRADICTION, unit_id, group, measure, left)
    elif 0 < left < least:
        yield Finding(kind, unit_id, group, measure, left)
