"""Measures that stand on the same people, so that one fills the holes another leaves."""

from collections.abc import Iterator

import pandas as pd

from survey.disclosure.attacking.file_checks import KEYS
from survey.disclosure.attacking.finding import Finding, Kind, of_each

INDEX = "index"
# An item's id is its dimension's with a number behind; "OVR1=7" is how many answered OVR1 with 7.
ITEM = r"^(.+(?==)|.*[^0-9=])=?[0-9]+$"


def with_items(counted: pd.DataFrame) -> pd.DataFrame:
    """The cells, and where a measure has none, the number of people behind one of its items.

    counted: KEYS and n, never NaN. All items of a dimension together give its mean.
    """
    home = _homes(counted["measure"])
    added = counted.assign(measure=home)[home.notna()]
    return pd.concat([counted, added], ignore_index=True).drop_duplicates(list(KEYS))


def with_index(counted: pd.DataFrame) -> pd.DataFrame:
    """The cells, and where the index has none, the most people behind a dimension there, and where
    a dimension has none, the people behind the index: not quite the same people, but nearly.

    counted: KEYS and n, never NaN.
    """
    folded = counted["measure"].str.casefold()
    index = counted[folded == INDEX]
    numbered = folded.str.extract(ITEM, expand=False).notna()
    dimensions = counted[(folded != INDEX) & ~numbered]
    if index.empty or dimensions.empty:
        return counted
    most = dimensions.sort_values("n", ascending=False).assign(measure=index["measure"].iloc[0])
    each = index.drop(columns="measure").merge(dimensions[["measure"]].drop_duplicates(), "cross")
    return pd.concat([counted, most, each], ignore_index=True).drop_duplicates(list(KEYS))


def apart(counted: pd.DataFrame) -> Iterator[Finding]:
    """Items on other people than their dimension; the size is by how many they differ.

    Both means and both numbers of people would give the mean of those few. Where the dimension has
    no cell, the items are held against each other.
    """
    home = _homes(counted["measure"])
    items = counted.assign(item=counted["measure"], measure=home)[home.notna()]
    whole = with_items(counted).rename(columns={"n": "whole"})
    beside = items.merge(whole, on=list(KEYS))
    by = (beside["n"] - beside["whole"]).abs()
    beside["measure"] = beside["item"]
    yield from of_each(Kind.ITEM, beside[by > 0], by[by > 0])


def filled(more: pd.DataFrame, fewer: pd.DataFrame) -> pd.DataFrame:
    """All cells of those measures that have more cells than before."""
    before, after = (cells["measure"].value_counts() for cells in (fewer, more))
    grown = after.index[after > before.reindex(after.index, fill_value=0)]
    return more[more["measure"].isin(grown)]


def _homes(measures: pd.Series) -> pd.Series:
    """The measure that each belongs to, as the file spells it; NaN for one on its own."""
    names = {str(name).casefold(): name for name in measures.unique()}
    homes = measures.str.casefold().str.extract(ITEM, expand=False).map(names)
    return homes.astype(measures.dtype)
