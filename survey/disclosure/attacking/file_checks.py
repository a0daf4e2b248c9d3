"""Checks of a released file cell by cell: columns, units, coding, and numbers of people."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from survey.disclosure.attacking.finding import Finding, Kind, of_each

# A release's columns, written again: the attacker relies on nothing that made the file.
KEYS = ("family", "unit_id", "group", "measure")
FIGURES = (
    "n", "mean", "low", "high", "level", "favourable", "favourable_n", "level_low", "level_high",
    "predicted", "n_eff", "divided", "opted_out",
)  # fmt: skip
ORGANISATION, CROSSING = "organisation", "crossing"
# The column that marks invented data.
INVENTED = "invented"
# The figures that state something about people; the others are numbers of people.
CONTENT = tuple(name for name in FIGURES if name not in {"n", "favourable_n"})
# These disclose more than a mean: a share of all or of none tells what each person answered.
SHARES = ("favourable", "divided", "opted_out")
# Whole numbers, these being the least and the most: 5 is "5 or less", 95 is "95 or more".
BOUNDS = (
    dict.fromkeys(("mean", "low", "high", "predicted", "favourable", "opted_out"), (5.0, 95.0))
    | dict.fromkeys(("level", "level_low", "level_high"), (1.0, 5.0))
    | {"divided": (0.0, 1.0)}
    | dict.fromkeys(("n", "favourable_n", "n_eff"), (0.0, np.inf))
)


def normalised(cells: pd.DataFrame) -> pd.DataFrame:
    """Return KEYS, FIGURES, and `shared`: the number of people behind the shares of a cell.

    A missing family follows from the group. Measures and groups that differ only by case or blanks
    around them are the same, spelled as the first of them. A share without `favourable_n` is of the
    cell's n, and so is `divided`.
    """
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float")
    rows = cells.reindex(columns=list(types)).reset_index(drop=True).astype(types)
    rows["group"] = _spelled(rows["group"].fillna(""))
    rows["measure"] = _spelled(rows["measure"])
    by_group = np.where(rows["group"] == "", ORGANISATION, CROSSING)
    has_family = rows["family"].fillna("") != ""
    rows["family"] = rows["family"].where(has_family, pd.Series(by_group, rows.index, dtype="str"))
    favourable = rows["favourable_n"].fillna(rows["n"].where(rows["favourable"].notna()))
    others = rows["n"].where(_any_of(rows, ("divided", "opted_out")))
    # The smaller of the two where both are there; `fmin` takes the other one where one is NaN.
    return rows.assign(shared=np.fmin(favourable, others))


def _spelled(texts: pd.Series) -> pd.Series:
    """Each text as the first of those that differ from it only by case and blanks around it."""
    bare = texts.str.strip()
    return bare.groupby(bare.str.casefold()).transform("first")


def is_family(rows: pd.DataFrame) -> "pd.Series[bool]":
    """Whether the family is one of the two, and the group one that the family may have."""
    whole = (rows["family"] == ORGANISATION) & (rows["group"] == "")
    return whole | ((rows["family"] == CROSSING) & (rows["group"] != ""))


def foreign(names: Iterable[str], of_release: Iterable[str]) -> Iterator[Finding]:
    """Return findings for columns that a file of a release does not have."""
    own = {*of_release}
    return (Finding(Kind.FOREIGN, "", "", name, 0) for name in names if name not in own)


def uncoded(rows: pd.DataFrame) -> Iterator[Finding]:
    """Return findings for figures that are not whole numbers within BOUNDS."""
    figures = rows[list(BOUNDS)].to_numpy()
    least, most = np.array(list(BOUNDS.values())).T
    # NaN compares as False in all three, so what is not published is not a finding.
    wrong = (figures < least) | (figures > most) | (np.floor(figures) < figures)
    for column, wrong_rows in enumerate(wrong.T):
        yield from of_each(Kind.UNCODED, rows[wrong_rows], figures[wrong_rows, column])


def miscounted(rows: pd.DataFrame, k: int) -> Iterator[Finding]:
    """Return findings for figures without n, on more people than n, or with n_eff below k."""
    yield from of_each(Kind.UNCOUNTED, rows[_any_of(rows, CONTENT) & rows["n"].isna()])
    for name in ("n_eff", "favourable_n"):
        left = rows["n"] - rows[name]
        too_many = left < 0
        yield from of_each(Kind.CONTRADICTION, rows[too_many], left[too_many])
    few = rows[(rows["n_eff"] < k) & (rows["n"] >= k)]
    yield from of_each(Kind.DOMINATED, few, few["n_eff"])


def small(rows: pd.DataFrame, base: str, figures: Sequence[str], least: int) -> Iterator[Finding]:
    """Return findings for cells on fewer than `least`; on 0 only if one of `figures` is there."""
    few = rows[(rows[base] < least) & (_any_of(rows, figures) | (rows[base] != 0))]
    yield from of_each(Kind.SMALL, few, few[base])


def _any_of(rows: pd.DataFrame, names: Sequence[str]) -> "pd.Series[bool]":
    """Whether a row has at least one of the figures."""
    return pd.Series(~np.isnan(rows[list(names)].to_numpy()).all(axis=1), rows.index)
