"""What somebody can work out who holds a file with a release, and nothing else."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd

from survey.disclosure.remainders import joined_remainders, remainders

KEYS = ["family", "unit_id", "group", "measure"]
ORGANISATION, CROSSING = "organisation", "crossing"
PERCENTAGES = ("mean", "low", "high", "predicted", "favourable", "opted_out")
# Figures in a release are coded: 5 is "5 or less", 95 is "95 or more".
BOTTOM, TOP = 5, 95
# A share gives away more than a mean (design/disclosure-control.md, 1).
SMALLEST_SHARE = 10
# An item's id is its dimension's with a number behind.
ITEM = r"^(.*[^0-9])[0-9]+$"


class Kind(StrEnum):
    """What is wrong. Every size but UNCODED's is a number of people.

    SMALL: a cell on too few. REMAINDER: a cell less those below it, in one family.
    JOINT: people of a unit less those of its crossing cells. CONTRADICTION: fewer than none are
    left, so the figures are not of one release. ITEM: an item on other people than its dimension.
    UNCOUNTED: a figure that does not say on how many. UNCODED: a figure beyond 5 or 95, its size.
    STRANGER: a unit that is not in the tree, or a family of which nothing is known.
    REPEATED: a row that is there already.
    """

    SMALL = "small"
    REMAINDER = "remainder"
    JOINT = "joint"
    CONTRADICTION = "contradiction"
    ITEM = "item"
    UNCOUNTED = "uncounted"
    UNCODED = "uncoded"
    STRANGER = "stranger"
    REPEATED = "repeated"


class Finding(NamedTuple):
    """Something that should not follow from a release; see Kind for what `size` is."""

    kind: Kind
    unit_id: str
    group: str
    measure: str
    size: float


def attack(
    cells: pd.DataFrame, parents: Mapping[str, str | None], *, k: int
) -> tuple[Finding, ...]:
    """Try everything that the file allows by itself; empty when nothing about fewer than k follows.

    cells: one row a published cell: unit_id, measure and, where they are there, family, group, n,
    favourable_n and PERCENTAGES; NaN is "not published"; other columns are not looked at.
    parents: unit -> the unit above it, None for the root. A share needs max(2 k, 10) people.

    Covered, for every measure and for means and shares each: cells on too few; each family's cells
    less those below them (theorem 1, exact); the people of hospitals, alone and together, less
    their crossing cells, see `joined_remainders`; figures that are not coded; items on other people
    than their dimension. Not covered, for no file says it: cuts that take how many of a group work
    in a unit below a hospital. The release's own auditor knows them and tries every cut.
    """
    known = _known(cells)
    there = known["unit_id"].isin(list(parents)) & _is_family(known)
    repeated = known.duplicated(KEYS)
    tried = known[there & ~repeated]
    return (
        *_each(Kind.STRANGER, known[~there], 0),
        *_each(Kind.REPEATED, known[repeated], 0),
        *_uncoded(known),
        *_each(Kind.UNCOUNTED, tried[_uncounted(tried)], 0),
        *_items(tried),
        *_derived(tried, "n", parents, k),
        *_derived(tried, "favourable_n", parents, max(2 * k, SMALLEST_SHARE)),
    )


def _known(cells: pd.DataFrame) -> pd.DataFrame:
    """The columns that are looked at; a share that does not say of how many is of the cell's n."""
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(("n", "favourable_n", *PERCENTAGES), "float")
    known = cells.reindex(columns=list(types)).reset_index(drop=True).astype(types)
    known["group"] = known["group"].fillna("")
    by_group = np.where(known["group"] == "", ORGANISATION, CROSSING)
    said = known["family"].fillna("") != ""
    known["family"] = known["family"].where(said, pd.Series(by_group, known.index, dtype="str"))
    own = known["n"].where(known[["favourable", "opted_out"]].notna().any(axis=1))
    known["favourable_n"] = known["favourable_n"].fillna(own)
    return known


def _is_family(known: pd.DataFrame) -> "pd.Series[bool]":
    whole = (known["family"] == ORGANISATION) & (known["group"] == "")
    return whole | ((known["family"] == CROSSING) & (known["group"] != ""))


def _each(kind: Kind, rows: pd.DataFrame, sizes: "pd.Series[float] | float") -> Iterator[Finding]:
    of_rows = np.broadcast_to(np.asarray(sizes, dtype=float), len(rows)).tolist()
    keys = (rows[key] for key in KEYS[1:])
    for unit_id, group, measure, size in zip(*keys, of_rows, strict=True):
        yield Finding(kind, unit_id, group, measure, size)


def _uncoded(known: pd.DataFrame) -> Iterator[Finding]:
    for name in PERCENTAGES:
        figures = known[name]
        beyond = known[(figures < BOTTOM) | (figures > TOP)]
        yield from _each(Kind.UNCODED, beyond, figures[beyond.index])


def _uncounted(tried: pd.DataFrame) -> "pd.Series[bool]":
    means = tried[["mean", "low", "high", "predicted"]].notna().any(axis=1)
    shares = tried[["favourable", "opted_out"]].notna().any(axis=1)
    return (means & tried["n"].isna()) | (shares & tried["favourable_n"].isna())


def _items(tried: pd.DataFrame) -> Iterator[Finding]:
    """Items with another n than their dimension beside them; the size is by how many they differ.

    Both means and both n would give the mean of those few.
    """
    dimension = tried["measure"].str.extract(ITEM, expand=False)
    beside = tried[[*KEYS, "n"]].rename(columns={"n": "whole"})
    items = tried.assign(item=tried["measure"], measure=dimension).merge(beside, on=KEYS)
    items["measure"] = items["item"]
    apart = (items["n"] - items["whole"]).abs()
    yield from _each(Kind.ITEM, items[apart > 0], apart[apart > 0])


def _derived(
    tried: pd.DataFrame, base: str, parents: Mapping[str, str | None], least: int
) -> Iterator[Finding]:
    """What the numbers of people in a column give away; nothing between 1 and `least` - 1 may."""
    counted = tried[tried[base].notna()]
    yield from _each(Kind.SMALL, *_few(counted, counted[base], least))
    for measure, cells in counted.groupby("measure", sort=False):
        families = {
            str(group): dict(zip(of["unit_id"], of[base], strict=True))
            for group, of in cells.groupby("group", sort=False)
        }
        for group, people in families.items():
            for unit_id, left in remainders(people, parents).items():
                if left != people[unit_id]:
                    yield from _left(Kind.REMAINDER, unit_id, group, str(measure), left, least)
        units = families.pop("", {})
        for unit_id, left in joined_remainders(units, families, parents).items():
            yield from _left(Kind.JOINT, unit_id, "", str(measure), left, least)


def _few(
    rows: pd.DataFrame, people: "pd.Series[float]", least: int
) -> tuple[pd.DataFrame, "pd.Series[float]"]:
    few = (people > 0) & (people < least)
    return rows[few], people[few]


def _left(
    kind: Kind, unit_id: str, group: str, measure: str, left: float, least: int
) -> Iterator[Finding]:
    if left < 0:
        yield Finding(Kind.CONTRADICTION, unit_id, group, measure, left)
    elif 0 < left < least:
        yield Finding(kind, unit_id, group, measure, left)
