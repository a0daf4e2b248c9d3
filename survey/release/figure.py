"""A published figure: one measure of one place, or the reason why nothing is published."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import pandas as pd

from survey.release.blocks import BOTTOM
from survey.release.cells import FIGURES

# What all who kept silent are imagined to lie below the others, to see what it would do.
SILENT_BELOW: Final = 25


class WhyHidden(StrEnum):
    """The reasons to publish nothing of a measure in a place."""

    TOO_FEW = "too_few"
    NOT_ASKED = "not_asked"
    NO_WHOLE = "no_whole"
    SELDOM_ANSWERED = "seldom_answered"
    STAFF_MOVED = "staff_moved"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure of one place, as in `survey.release.cells.FIGURES`; None is not published.

    n: answers behind the mean. mean, low, high, predicted: whole points, 0 to 100, where 5 stands
    for 5 or less and 95 for 95 or more; low and high are the ends of the 90 % interval. level: of
    `predicted`; level_low, level_high: the levels that the interval reaches over, 1 to the highest.
    favourable: the percentage of favourable_n who are favourable, whole; opted_out: of all
    respondents, those who did not know. n_eff: as many equally weighted answers tell as much.
    divided: whether people in a lowest unit see the matter differently; None where not computed.
    why: why nothing is published, where nothing is.
    """

    n: int | None = None
    mean: int | None = None
    low: int | None = None
    high: int | None = None
    level: int | None = None
    favourable: int | None = None
    favourable_n: int | None = None
    level_low: int | None = None
    level_high: int | None = None
    predicted: int | None = None
    n_eff: float | None = None
    divided: bool | None = None
    opted_out: int | None = None
    why: WhyHidden = WhyHidden.TOO_FEW

    @property
    def hidden(self) -> WhyHidden | None:
        """The reason to publish neither a mean nor a share; None when one of them is published.

        With respondents and neither, it is an item that too few of the whole wave answered.
        """
        if self.mean is not None or self.favourable is not None:
            return None
        return self.why if self.n is None else WhyHidden.SELDOM_ANSWERED

    @property
    def interval(self) -> tuple[int, int] | None:
        """The ends of the 90 % interval of the mean; None when there is none."""
        return None if self.low is None or self.high is None else (self.low, self.high)

    @property
    def levels(self) -> tuple[int, int] | None:
        """The lowest and the highest level that the interval reaches; None without a level."""
        if self.level_low is None or self.level_high is None:
            return None
        return self.level_low, self.level_high

    @property
    def undecided(self) -> bool:
        """Whether the interval crosses a cut, so that the level is a range."""
        return self.level_low != self.level_high

    @property
    def best_guess(self) -> int | None:
        """The likeliest mean of all the staff: the prediction, else the mean."""
        return self.mean if self.predicted is None else self.predicted

    @property
    def weighted_down(self) -> bool:
        """Whether the weights make the answers tell less than their number."""
        return self.n_eff is not None and self.n is not None and round(self.n_eff) < self.n

    def mean_if_silent_lower(self, silent: float) -> float | None:
        """The mean if the silent share of the staff, 0 to 1, all lay SILENT_BELOW points lower.

        Never below 0; None where no mean is published.
        """
        return None if self.mean is None else max(self.mean - SILENT_BELOW * silent, 0.0)


HIDDEN: Final = Figure()

# By unit, group ("" for all together) and measure; what is not in it is not published.
Figures = Mapping[tuple[str, str, str], Figure]

_KIND: Final[Mapping[str, Callable[[Any], Any]]] = {"n_eff": float, "divided": bool}


def at_bottom(value: float) -> bool:
    """Whether a published mean or share stands for itself and everything below it."""
    return value <= BOTTOM


def by_place(cells: pd.DataFrame) -> Figures:
    """The figures of a release's cells, see `survey.release.cells`; NaN becomes None."""
    places = zip(
        *(cells[name].astype(str) for name in ("unit_id", "group", "measure")), strict=True
    )
    columns = (_column(cells[name], _KIND.get(name, int)) for name in FIGURES)
    return {
        place: Figure(*values)
        for place, values in zip(places, zip(*columns, strict=True), strict=True)
    }


def figure_at(
    figures: Figures,
    unit_id: str,
    measure: str,
    *,
    root_id: str,
    measures: Collection[str],
    dimension: str = "",
) -> Figure:
    """A unit's figure of a measure; one with the reason where nothing is published.

    root_id: the whole, whose figures are among these. measures: those of the questionnaire.
    dimension: of an item; its items are hidden beside it only where few of the staff moved.
    """
    figure = figures.get((unit_id, "", measure), HIDDEN)
    if figure.hidden in {None, WhyHidden.SELDOM_ANSWERED}:
        return figure
    if measure not in measures:
        return Figure(why=WhyHidden.NOT_ASKED)
    if (unit_id, "", dimension) in figures:
        return Figure(why=WhyHidden.STAFF_MOVED)
    whole = figures.get((root_id, "", measure), HIDDEN)
    return Figure(why=WhyHidden.NO_WHOLE) if whole.hidden else HIDDEN


def _column(figures: pd.Series, kind: Callable[[Any], Any]) -> list[Any]:
    # NaN is the one value unlike itself; testing so is quicker than asking pandas of each.
    return [kind(value) if value == value else None for value in figures.tolist()]  # noqa: PLR0124
