"""The released culture figures of a unit in one wave, with those of its hospital and the region."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.agreed_action import AgreedAction
from models.wording.movement import Movement
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.participation import Coverage
from survey.asking.question import Dimension, Item
from survey.asking.wave import Wave
from survey.release.figure import HIDDEN, Figure
from survey.scoring.maturity import Bound


@dataclass(frozen=True)
class ComparedFigures:
    """A measure's figure in the unit, in its hospital and in the whole region.

    contrast: 1 surely above the region, -1 surely below, 0 not to be told apart.
    """

    own: Figure = HIDDEN
    hospital: Figure = HIDDEN
    region: Figure = HIDDEN
    contrast: int = 0


@dataclass(frozen=True)
class Change:
    """A measure since the wave before."""

    before: float
    difference: float
    low: float
    high: float
    movement: Movement


@dataclass(frozen=True)
class Statement:
    """One item with its figures.

    answered: percentage of the dimension's respondents in the whole wave who answered it; None
    where it was not computed.
    """

    item: Item
    dimension: Dimension
    figures: ComparedFigures
    answered: float | None = None


@dataclass(frozen=True)
class Topic:
    """One dimension with its figures, and what a next wave would have to move to be seen.

    spread: how far people in one unit lie apart (SD), which gives every interval its width.
    """

    dimension: Dimension
    figures: ComparedFigures
    statements: tuple[Statement, ...]
    change: Change | None
    detectable: float | None
    spread: float | None


class TalkingReason(StrEnum):
    """The reasons to talk about a statement."""

    BELOW_REGION = "below_region"
    LOWEST = "lowest"
    ABOVE_REGION = "above_region"
    STRONGEST = "strongest"


@dataclass(frozen=True)
class TalkingPoint:
    """A statement to talk about, and why this one."""

    statement: Statement
    reason: TalkingReason


@dataclass(frozen=True, eq=False)
class OwnCulture:
    """A wave's result for a unit, or for the nearest unit above it that may be shown.

    published_unit: whose figures these are; None when not even the whole region may be shown.
    hospital: directly under the region and above `published_unit`; None when `published_unit` is
    that or the region. staff: everybody in `published_unit` when the wave opened, None not known.
    answered: whose answers make the index, or the best answered dimension where there is none.
    gate: what holds the index below the level of its score, None when nothing does.
    before: the wave compared with, None when there is none. regrouped: the unit's people are others
    than then, so nothing is compared. detectable: of the index, as in Topic.
    """

    wave: Wave
    released_on: date | None
    instrument: Instrument
    unit: Unit
    published_unit: Unit | None
    hospital: Unit | None
    region: Unit
    index: ComparedFigures
    gate: Bound | None
    topics: tuple[Topic, ...]
    staff: int | None
    answered: int
    coverage: Coverage
    index_change: Change | None = None
    before: Wave | None = None
    regrouped: bool = False
    detectable: float | None = None
    talking_points: tuple[TalkingPoint, ...] = ()
    agreed: AgreedAction | None = None

    @property
    def hidden(self) -> bool:
        """Whether the figures are not the unit's own."""
        return self.published_unit != self.unit

    @property
    def divided(self) -> tuple[Topic, ...]:
        """The dimensions in which the unit's people have experienced quite different things."""
        return tuple(t for t in self.topics if t.figures.own.divided)
