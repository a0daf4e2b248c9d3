"""The year as data: what fell due and what became of it, what is red, what has no target.

The committee's page and the printed paper are both made from the `AnnualStatus` built here, so
they cannot disagree.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from models.charts.promises.signs import RED, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.report.year.culture import Culture
from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from models.strategy.paper.theme import StrategyTheme
from models.strategy.rule.assess import RULE, assess
from models.strategy.rule.assessment import NO_TARGET, Assessment
from models.strategy.rule.theme_label import ThemeLabel, theme_label
from models.strategy.target import Target


class Fate(StrEnum):
    """What became of a promise; each has exactly one."""

    KEPT = "kept"
    BROKEN = "broken"
    UNDOCUMENTED = "undocumented"
    TARGETLESS = "targetless"
    POSTPONED = "postponed"
    OPEN = "open"


_SETTLED = {
    Sign.ACHIEVED: Fate.KEPT,
    Sign.MISSED: Fate.BROKEN,
    Sign.UNDOCUMENTED: Fate.UNDOCUMENTED,
}


class ObservedStanding(CriterionStanding, Protocol):
    """A judged promise with what was observed; a scoreboard's standing is one."""

    @property
    def observations(self) -> Sequence[Observation]:
        """Every record that was known."""
        ...

    @property
    def adopted(self) -> bool:
        """Whether the region set the target; else it is what the strategy's own words hold."""
        ...


@dataclass(frozen=True)
class CriterionOutcome:
    """A criterion with its target, if one is set, and its status in the year.

    What fell due in the year is judged by what was known on the knowledge date: that is what
    became of it. Everything else is judged as of the last day of the year.
    """

    criterion: Criterion
    target: Target | None
    adopted: bool
    assessment: Assessment

    @property
    def sign(self) -> Sign:
        """The sign it wears."""
        return sign_of(self.assessment)

    @property
    def due(self) -> date | None:
        """The day it was promised for: the strategy's own, else the adopted target's.

        A later date in a target does not move the promise; the strategy's date stays the yardstick.
        """
        return self.criterion.due or self.target_due

    @property
    def fate(self) -> Fate:
        """What became of it."""
        if self.sign in _SETTLED:
            return _SETTLED[self.sign]
        if self.targetless:
            return Fate.TARGETLESS
        return Fate.POSTPONED if self.moved else Fate.OPEN

    @property
    def targetless(self) -> bool:
        """Whether it cannot be judged because no target, or no day for it, is set."""
        return self.assessment.reason in NO_TARGET

    @property
    def figureless(self) -> bool:
        """Whether there is nothing to hold a value against."""
        target = self.target
        return target is None or (target.target is None and target.low is target.high is None)

    @property
    def target_due(self) -> date | None:
        """The day of the target."""
        return self.target.due if self.target else None

    @property
    def moved(self) -> bool:
        """Whether the adopted target lies later than the promise itself."""
        own, adopted = self.criterion.due, self.target_due
        return own is not None and adopted is not None and adopted > own


@dataclass(frozen=True)
class ThemeLine:
    """One theme with its label, its promises counted by sign, and its promises themselves."""

    theme: StrategyTheme
    label: ThemeLabel
    signs: Mapping[Sign, int]
    outcomes: tuple[CriterionOutcome, ...]


@dataclass(frozen=True)
class AnnualStatus:
    """One strategy at the end of one year, as known on one day, by one published rule."""

    strategy: Strategy
    year: int
    knowledge_date: date
    rule: str
    outcomes: tuple[CriterionOutcome, ...]
    themes: tuple[ThemeLine, ...]
    culture: Culture | None

    @property
    def as_of(self) -> date:
        """The last day of the year."""
        return year_end(self.year)

    @property
    def due_this_year(self) -> tuple[CriterionOutcome, ...]:
        """The promises that fell due in the year, kept or not."""
        return tuple(p for p in self.outcomes if p.due and p.due.year == self.year)

    @property
    def due_later(self) -> tuple[CriterionOutcome, ...]:
        """The promises with a date after the year."""
        return tuple(p for p in self.outcomes if p.due and p.due.year > self.year)

    @property
    def reds(self) -> tuple[CriterionOutcome, ...]:
        """Every red by name, whatever theme it stands in."""
        return tuple(p for p in self.outcomes if p.sign in RED)

    @property
    def without_target(self) -> tuple[CriterionOutcome, ...]:
        """The promises nobody has adopted a target for."""
        return tuple(p for p in self.outcomes if p.targetless)

    @property
    def moved(self) -> tuple[CriterionOutcome, ...]:
        """The promises whose adopted target lies later than the promise itself."""
        return tuple(p for p in self.outcomes if p.moved)

    @property
    def distribution(self) -> Mapping[Sign, int]:
        """How many promises wear each sign; there is no single colour for a strategy."""
        return Counter(p.sign for p in self.outcomes)

    @property
    def assessable(self) -> int:
        """How many promises it is not too early to judge."""
        return sum(line.label.assessable for line in self.themes)

    @property
    def with_data(self) -> int:
        """How many of the judged promises have data."""
        return sum(line.label.with_data for line in self.themes)

    @property
    def dated(self) -> bool:
        """Whether the strategy itself gives any criterion a date."""
        return any(p.criterion.due for p in self.outcomes)

    @property
    def derived(self) -> int:
        """How many criteria are proposals drawn from the text, not promises the strategy makes."""
        return sum(p.criterion.claim == "derived" for p in self.outcomes)


def year_end(year: int) -> date:
    """The day an annual status describes."""
    return date(year, 12, 31)


def build(
    strategy: Strategy,
    standings: Sequence[ObservedStanding],
    labels: Mapping[str, ThemeLabel],
    *,
    year: int,
    knowledge_date: date,
    culture: Culture | None = None,
) -> AnnualStatus:
    """The year of a strategy.

    standings: every criterion of the strategy, the unmeasured ones included, judged as of
    `year_end(year)`. labels: theme id -> label on that day; a theme with promises that fell due in
    the year is labelled anew, since those are judged by what became of them.
    """
    promises = tuple(_promise(standing, year, knowledge_date) for standing in standings)
    lines = (_line(theme, promises, labels, year) for theme in strategy.themes)
    themes = tuple(line for line in lines if line.outcomes)
    return AnnualStatus(strategy, year, knowledge_date, RULE, promises, themes, culture)


def _promise(standing: ObservedStanding, year: int, knowledge_date: date) -> CriterionOutcome:
    promise = CriterionOutcome(
        standing.criterion, standing.target, standing.adopted, standing.assessment
    )
    if promise.due is None or promise.due.year != year or promise.moved or promise.figureless:
        return promise
    day = max(knowledge_date, date(year + 1, 1, 1))
    fate = assess(standing.target, standing.observations, as_of=day, knowledge_date=knowledge_date)
    return replace(promise, assessment=fate)


def _line(
    theme: StrategyTheme,
    promises: Sequence[CriterionOutcome],
    labels: Mapping[str, ThemeLabel],
    year: int,
) -> ThemeLine:
    own = tuple(p for p in promises if p.criterion.theme_id == theme.id)
    anew = any(p.due and p.due.year == year for p in own)
    label = theme_label({p.criterion.id: p.assessment for p in own}) if anew else labels[theme.id]
    return ThemeLine(theme, label, Counter(p.sign for p in own), own)
