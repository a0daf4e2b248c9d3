"""What is due for a steward now: the next step of each survey, comments to read, ideas to group."""

from dataclasses import dataclass

from models.access import Permission, Viewer, require
from models.services import ideas
from models.services.promises import strategies
from models.services.waves import comment_review
from models.storage import Db, targets, units, waves
from survey.asking.wave import Wave, WaveState

# Approved by MED, opened, closed, released.
STEPS = 4


@dataclass(frozen=True)
class NextStep:
    """A survey that is not released, and the number of its next step, 1 to STEPS."""

    wave: Wave
    step: int


@dataclass(frozen=True)
class Due:
    """A steward's work. is_empty: nobody has brought in units, set a target or planned a survey.

    comments: surveys with comments to read. ideas: those that came after the latest grouping.
    """

    steps: tuple[NextStep, ...]
    comments: tuple[Wave, ...]
    ideas: int
    is_empty: bool


def due(db: Db, *, by: Viewer) -> Due:
    """Return what a steward is to do now."""
    require(by, Permission.RUN_WAVE)
    all_waves = waves.all_waves(db)
    steps = tuple(
        NextStep(wave, _next_step(wave))
        for wave in all_waves
        if wave.state is not WaveState.RELEASED
    )
    criteria = [c.id for strategy in strategies.catalogue() for c in strategy.criteria]
    has_targets = bool(targets.first_due(db, criteria))
    return Due(
        steps,
        comment_review.reviewed_waves(db, by=by),
        len(ideas.portfolio(db, by=by).waiting),
        is_empty=not (all_waves or has_targets or units.all_units(db)),
    )


def _next_step(wave: Wave) -> int:
    match wave.state:
        case WaveState.DRAFT:
            return 2 if wave.approved_on and wave.minutes else 1
        case WaveState.OPEN:
            return 3
        case _:
            return 4
