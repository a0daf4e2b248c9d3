"""What a file of a release says cell by cell, and what a release would not have said."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from survey.disclosure.attacking.finding import Finding, Kind, of_each

# A release's columns, written again: whoever attacks a file trusts nothing that made it.
KEYS = ("family", "unit_id", "group", "measure")
FIGURES = (
    "n", "mean", "low", "high", "level", "favourable", "favourable_n", "level_low", "level_high",
    "predicted", "n_eff", "divided", "opted_out",
)  # fmt: skip
ORGANISATION, CROSSING = "organisation", "crossing"
# Says of made-up data that it is.
INVENTED = "invented"
# Everything but the numbers of people is said of somebody.
SAID = tuple(name for name in FIGURES if name not in {"n", "favourable_n"})
# These disclose more than a mean: a share of all or of none tells what each person answered.
SHARES = ("favourable", "divided", "opted_out")
# Whole numbers, these being the least and the most: 5 is "5 or less", 95 is "95 or more".
BOUNDS = (
    dict.fromkeys(("mean", "low", "high", "predicted", "favourable", "opted_out"), (5.0, 95.0))
    | dict.fromkeys(("level", "level_low", "level_high"), (1.0, 5.0))
    | {"divided": (0.0, 1.0)}
    | dict.fromkeys(("n", "favourable_n", "n_eff"), (0.0, np.inf))
)


def known(cells: pd.DataFrame) -> pd.DataFrame:
    """KEYS, FIGURES, and `shared`: the number of people behind what a cell says of shares.

    A family that is not said is known by the group. Measures and groups that differ by case and by
    blanks around them are the same, spelled as the first of them. A share that does not say of how
    many is of the cell's n, and so is being divided.
    """
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float")
    rows = cells.reindex(columns=list(types)).reset_index(drop=True).astype(types)
    rows["group"] = _spelled(rows["group"].fillna(""))
    rows["measure"] = _spelled(rows["measure"])
    by_group = np.where(rows["group"] == "", ORGANISATION, CROSSING)
    said = rows["family"].fillna("") != ""
    rows["family"] = rows["family"].where(said, pd.Series(by_group, rows.index, dtype="str"))
    favourable = rows["favourable_n"].fillna(rows["n"].where(rows["favourable"].notna()))
    others = rows["n"].where(_says(rows, ("divided", "opted_out")))
    return rows.assign(shared=np.fmin(favourable, others))


def _spelled(texts: pd.Series) -> pd.Series:
    bare = texts.str.strip()
    return bare.groupby(bare.str.casefold()).transform("first")


def is_family(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether the family is one that is known, and the group one that it may have."""
    whole = (rows["family"] == ORGANISATION) & (rows["group"] == "")
    return whole | ((rows["family"] == CROSSING) & (rows["group"] != ""))


def foreign(names: Iterable[str], of_release: Iterable[str]) -> Iterator[Finding]:
    """Names that a file of a release does not have."""
    own = {*of_release}
    return (Finding(Kind.FOREIGN, "", "", name, 0) for name in names if name not in own)


def uncoded(rows: pd.DataFrame) -> Iterator[Finding]:
    """Figures that are no whole number within BOUNDS."""
    figures = rows[list(BOUNDS)].to_numpy()
    least, most = np.array(list(BOUNDS.values())).T
    beyond = (figures < least) | (figures > most) | (np.floor(figures) < figures)
    for place, wrong in enumerate(beyond.T):
        yield from of_each(Kind.UNCODED, rows[wrong], figures[wrong, place])


def miscounted(rows: pd.DataFrame, k: int) -> Iterator[Finding]:
    """Figures without a number of people, with more than there are, or carried by too few."""
    yield from of_each(Kind.UNCOUNTED, rows[_says(rows, SAID) & rows["n"].isna()])
    for name in ("n_eff", "favourable_n"):
        left = rows["n"] - rows[name]
        yield from of_each(Kind.CONTRADICTION, rows[left < 0], left[left < 0])
    few = rows[(rows["n_eff"] < k) & (rows["n"] >= k)]
    yield from of_each(Kind.DOMINATED, few, few["n_eff"])


def small(rows: pd.DataFrame, base: str, said: Sequence[str], least: int) -> Iterator[Finding]:
    """Cells on fewer than `least`; on nobody only where one of the figures `said` is there."""
    few = rows[(rows[base] < least) & (_says(rows, said) | (rows[base] != 0))]
    yield from of_each(Kind.SMALL, few, few[base])


def _says(rows: pd.DataFrame, names: Sequence[str]) -> "pd.Series[bool]":
    return pd.Series(~np.isnan(rows[list(names)].to_numpy()).all(axis=1), rows.index)
