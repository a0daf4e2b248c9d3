"""Hidden counts that another measure gives away, because the same people answered both."""

from collections.abc import Iterator

import pandas as pd

from survey.disclosure.attacking.file_checks import KEYS
from survey.disclosure.attacking.finding import Finding, Kind, of_each

INDEX = "index"
# An index and the mean of its dimensions are each up to half a point from what they stand for.
BOTH_ROUNDED = 1.0
SLACK = 1e-9
# An item's id is its dimension's with a number behind; "OVR1=7" is how many answered OVR1 with 7.
ITEM = r"^(.+(?==)|.*[^0-9=])=?[0-9]+$"


def with_items(counted: pd.DataFrame) -> pd.DataFrame:
    """Return the cells and, where a measure has none, one with the people behind one of its items.

    counted: KEYS and n, never NaN. All items of a dimension together give its mean.
    """
    home = _homes(counted["measure"])
    of_items = counted.assign(measure=home)[home.notna()]
    # The measure's own cells come first, so `drop_duplicates` keeps them where both are there.
    return pd.concat([counted, of_items], ignore_index=True).drop_duplicates(list(KEYS))


def with_index(counted: pd.DataFrame) -> pd.DataFrame:
    """Return the cells, and those of index and dimensions filled from each other.

    A missing index gets the most people behind a dimension there, a missing dimension the people
    behind the index: nearly the same people, not exactly.

    counted: KEYS and n, never NaN; with an index.
    """
    folded = counted["measure"].str.casefold()
    index = counted[folded == INDEX]
    numbered = folded.str.extract(ITEM, expand=False).notna()
    dimensions = counted[(folded != INDEX) & ~numbered]
    if dimensions.empty:
        return counted
    # Largest first, since `drop_duplicates` below keeps the first cell of each place.
    most = dimensions.sort_values("n", ascending=False).assign(measure=index["measure"].iloc[0])
    each = index.drop(columns="measure").merge(dimensions[["measure"]].drop_duplicates(), "cross")
    return pd.concat([counted, most, each], ignore_index=True).drop_duplicates(list(KEYS))


def is_mean_of_dimensions(rows: pd.DataFrame) -> bool:
    """Whether each index stands beside every dimension of the file and is the mean of them.

    rows: KEYS, n and mean. Such an index adds no equation to those of the dimensions, so nothing
    follows from it that does not follow from them.
    """
    counted = rows[rows["n"].notna()]
    folded = counted["measure"].str.casefold()
    numbered = folded.str.extract(ITEM, expand=False).notna()
    places = list(KEYS[:3])
    index = counted[folded == INDEX].set_index(places)["mean"]
    dimensions = counted[(folded != INDEX) & ~numbered].drop_duplicates(list(KEYS))
    # Places × dimensions; a mean that is missing anywhere makes the mean of its row NaN.
    means = dimensions.pivot(index=places, columns="measure", values="mean").reindex(index.index)
    expected = means.mean(axis=1, skipna=False)
    return bool(((index - expected).abs() <= BOTH_ROUNDED + SLACK).all())


def differing_items(counted: pd.DataFrame) -> Iterator[Finding]:
    """Return findings for items on other people than their dimension; the size is the difference.

    Both means and both numbers of people would give the mean of those few. Where the dimension has
    no cell, the items are compared with each other.
    """
    home = _homes(counted["measure"])
    items = counted.assign(item=counted["measure"], measure=home)[home.notna()]
    whole = with_items(counted).rename(columns={"n": "whole"})
    pairs = items.merge(whole, on=list(KEYS))
    difference = (pairs["n"] - pairs["whole"]).abs()
    pairs["measure"] = pairs["item"]
    yield from of_each(Kind.ITEM, pairs[difference > 0], difference[difference > 0])


def grown(more: pd.DataFrame, fewer: pd.DataFrame) -> pd.DataFrame:
    """Return all cells in `more` of the measures that have fewer cells in `fewer`."""
    before, after = (cells["measure"].value_counts() for cells in (fewer, more))
    measures = after.index[after > before.reindex(after.index, fill_value=0)]
    return more[more["measure"].isin(measures)]


def _homes(measures: pd.Series) -> pd.Series:
    """The dimension or outcome of each measure, as the file spells it; NaN where it has none."""
    names = {str(name).casefold(): name for name in measures.unique()}
    homes = measures.str.casefold().str.extract(ITEM, expand=False).map(names)
    return homes.astype(measures.dtype)
