"""The year as data: criteria that fell due, their outcomes, the reds, and missing targets.

The committee's page and the printed paper are both made from the `AnnualStatus` built here.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from models.charts.promises.counts import red_standings, sign_counts
from models.charts.promises.signs import Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.report.year.context import NO_CONTEXT, YearContext
from models.report.year.culture import Culture
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from models.strategy.paper.theme import StrategyTheme
from models.strategy.rule.assessment import Assessment, StatusReason
from models.strategy.rule.moved_due import MovedDue
from models.strategy.rule.theme_label import ThemeLabel, theme_label
from models.strategy.rule.versions.rule import CURRENT_VERSION
from models.strategy.target import Target


class Fate(StrEnum):
    """The outcome of a criterion at the end of a year; each has exactly one."""

    KEPT = "kept"
    LATE = "late"
    BROKEN = "broken"
    UNDOCUMENTED = "undocumented"
    TARGETLESS = "targetless"
    POSTPONED = "postponed"
    OPEN = "open"


_FINAL = {
    Sign.ACHIEVED: Fate.KEPT,
    Sign.ACHIEVED_LATE: Fate.LATE,
    Sign.MISSED: Fate.BROKEN,
    Sign.UNDOCUMENTED: Fate.UNDOCUMENTED,
}


class AdoptedStanding(CriterionStanding, Protocol):
    """A standing that tells an adopted target from the strategy's own, e.g. of a scoreboard."""

    @property
    def adopted(self) -> bool:
        """Whether the region set the target; else it is that of the strategy's own words."""
        ...


@dataclass(frozen=True)
class CriterionOutcome:
    """A criterion with its target, if one is set, and its status in the year."""

    criterion: Criterion
    target: Target | None
    adopted: bool
    assessment: Assessment
    moved: MovedDue | None

    @property
    def sign(self) -> Sign:
        """The sign of the status."""
        return sign_of(self.assessment)

    @property
    def due(self) -> date | None:
        """The due date in the strategy, else that first promised, else that of the target.

        A later date in the target does not move a date that was promised.
        """
        return self.criterion.due or (self.moved.promised if self.moved else self.target_due)

    @property
    def fate(self) -> Fate:
        """The fate at the end of the year."""
        if self.sign in _FINAL:
            return _FINAL[self.sign]
        if self.targetless:
            return Fate.TARGETLESS
        return Fate.POSTPONED if self.moved else Fate.OPEN

    @property
    def targetless(self) -> bool:
        """Whether it cannot be assessed because no target, or no day for it, is set."""
        return self.assessment.targetless

    @property
    def target_due(self) -> date | None:
        """The due date of the target; None without one."""
        return self.target.due if self.target else None


@dataclass(frozen=True)
class ThemeLine:
    """One theme with its label, the number of its criteria by sign, and their outcomes."""

    theme: StrategyTheme
    label: ThemeLabel
    signs: Counter[Sign]
    outcomes: tuple[CriterionOutcome, ...]


@dataclass(frozen=True)
class AnnualStatus:
    """One strategy at the end of one year, by what was entered until the knowledge date.

    as_of: the last day of the year; in a year that is not over on the knowledge date, that date.
    """

    strategy: Strategy
    year: int
    as_of: date
    knowledge_date: date
    rule: str
    outcomes: tuple[CriterionOutcome, ...]
    themes: tuple[ThemeLine, ...]
    culture: Culture | None
    context: YearContext = NO_CONTEXT

    @property
    def due_this_year(self) -> tuple[CriterionOutcome, ...]:
        """The criteria that fell due in the year, kept or not."""
        return tuple(
            outcome for outcome in self.outcomes if outcome.due and outcome.due.year == self.year
        )

    @property
    def due_later(self) -> tuple[CriterionOutcome, ...]:
        """The criteria due after the year."""
        return tuple(
            outcome for outcome in self.outcomes if outcome.due and outcome.due.year > self.year
        )

    @property
    def reds(self) -> tuple[CriterionOutcome, ...]:
        """The red criteria of all themes."""
        return red_standings(self.outcomes)

    @property
    def measured_reds(self) -> bool:
        """Whether any red criterion has a value."""
        return any(outcome.assessment.value is not None for outcome in self.reds)

    @property
    def without_target(self) -> tuple[CriterionOutcome, ...]:
        """The criteria without an adopted target or a day for it."""
        return tuple(outcome for outcome in self.outcomes if outcome.targetless)

    @property
    def without_baseline(self) -> tuple[CriterionOutcome, ...]:
        """The criteria to be better than a start that nobody has measured."""
        return tuple(
            outcome
            for outcome in self.outcomes
            if outcome.assessment.reason is StatusReason.BASELINE_MISSING
        )

    @property
    def moved(self) -> tuple[CriterionOutcome, ...]:
        """The criteria whose adopted target is due later than was promised."""
        return tuple(outcome for outcome in self.outcomes if outcome.moved)

    @property
    def distribution(self) -> Counter[Sign]:
        """The number of criteria by sign; there is no single colour for a strategy."""
        return sign_counts(self.outcomes)

    @property
    def assessable(self) -> int:
        """The number of criteria it is not too early to assess."""
        return sum(line.label.assessable for line in self.themes)

    @property
    def with_data(self) -> int:
        """The number of assessable criteria with data."""
        return sum(line.label.with_data for line in self.themes)

    @property
    def gives_dates(self) -> bool:
        """Whether the strategy itself gives any criterion a date."""
        return any(outcome.criterion.due for outcome in self.outcomes)

    @property
    def derived(self) -> int:
        """The number of criteria that are proposals derived from the text of the strategy."""
        return sum(outcome.criterion.claim == "derived" for outcome in self.outcomes)


def build(
    strategy: Strategy,
    standings: Sequence[AdoptedStanding],
    *,
    year: int,
    as_of: date,
    knowledge_date: date,
    culture: Culture | None = None,
    context: YearContext = NO_CONTEXT,
) -> AnnualStatus:
    """Return the year of a strategy.

    standings: every criterion of the strategy, the unmeasured ones included, as the scoreboard of
    as_of has them by the knowledge date.
    """
    outcomes = tuple(
        CriterionOutcome(
            standing.criterion,
            standing.target,
            standing.adopted,
            standing.assessment,
            standing.moved,
        )
        for standing in standings
    )
    lines = (_line(theme, outcomes) for theme in strategy.themes)
    themes = tuple(line for line in lines if line.outcomes)
    return AnnualStatus(
        strategy, year, as_of, knowledge_date, CURRENT_VERSION, outcomes, themes, culture, context
    )


def _line(theme: StrategyTheme, outcomes: Sequence[CriterionOutcome]) -> ThemeLine:
    of_theme = tuple(outcome for outcome in outcomes if outcome.criterion.theme_id == theme.id)
    label = theme_label({outcome.criterion.id: outcome.assessment for outcome in of_theme})
    return ThemeLine(theme, label, sign_counts(of_theme), of_theme)
