"""The two waves of the invented region: planned, opened, answered, closed and released."""

from datetime import date, timedelta
from typing import Final

from numpy.random import default_rng

from models.access import Permission, Viewer, require
from models.services import questionnaires
from models.services.demo import truth
from models.services.demo.agreed_actions import agree_actions
from models.services.demo.answers import filled_in
from models.services.demo.comments import keep_comments, publish_comments
from models.services.demo.steps import Steps
from models.services.demo.tree import Shape
from models.services.release.publish import release_wave
from models.services.waves import answer_import, lifecycle
from models.storage import Db
from models.wording import N_
from survey.asking.organisation import Organisation
from survey.asking.wave import Wave
from survey.release.build import STEPS

INSTRUMENT = "rik-30"
SMALLEST_GROUP = 5
WAVES: Final = (truth.FIRST, truth.SECOND)
# The wave whose respondents also said something in own words.
COMMENTED: Final = truth.SECOND
# Keeping the answers of so many people is worth telling.
A_PART = 100_000
# Days before today for the second wave; the first was as long before that.
APPROVED, OPENED, CLOSED, RELEASED = (timedelta(days) for days in (150, 75, 45, 30))
BETWEEN_WAVES = timedelta(days=731)
ANSWERS, COMMENTS = N_("Spørgeskemaundersøgelse"), N_("Kommentarer")


def ask(
    db: Db,
    tree: Organisation,
    number: int,
    *,
    seed: int,
    shape: Shape,
    on: date,
    by: Viewer,
    steps: Steps,
) -> Wave:
    """A wave that everybody was asked in and that has closed, with what they answered."""
    require(by, Permission.MAKE_DEMO)
    then = _then(number, on)
    wave = lifecycle.create(
        db,
        f"Innovationskultur {(then - CLOSED).year} opdigtet",
        instrument_id=INSTRUMENT,
        smallest_group=SMALLEST_GROUP,
        approved_on=then - APPROVED,
        minutes="Opdigtet MED-referat, punkt 4",
        by=by,
    )
    lifecycle.open_wave(db, wave.id, by=by, on=then - OPENED)
    wave = lifecycle.close_wave(db, wave.id, by=by, on=then - CLOSED)
    instrument = questionnaires.of_wave(db, wave)
    answers = filled_in(tree, instrument, seed, wave=number, response_rate=shape.response_rate)
    # As collected elsewhere: nobody comes through a door, so there are no keys to spend.
    progress = steps.in_parts(ANSWERS, parts=_parts(shape))
    answer_import.keep(db, wave, answers, by=by, progress=progress)
    if number == COMMENTED:
        keep_comments(db, wave, tree, default_rng([seed, 9]), by=by)
    return wave


def steps_of(shape: Shape) -> int:
    """Return the number of steps that both waves count."""
    return len(WAVES) * (_parts(shape) + len(STEPS)) + 1


def _parts(shape: Shape) -> int:
    """Return the number of steps that storing a wave's answers counts as."""
    return max(1, shape.staff // A_PART)


def publish(
    db: Db,
    wave: Wave,
    tree: Organisation,
    number: int,
    *,
    seed: int,
    on: date,
    by: Viewer,
    steps: Steps,
) -> None:
    """Release a wave, as long after it closed as usual, and what was said in own words.

    What units agree on in the days that have not come yet stays unsaid.
    """
    require(by, Permission.MAKE_DEMO)
    then = _then(number, on) - RELEASED
    result = release_wave(db, wave.id, by=by, on=then, progress=steps.in_steps())
    agree_actions(db, result, tree, default_rng([seed, 10, number]), until=on, by=by)
    if number == COMMENTED:
        publish_comments(db, wave.id, by=by, on=then)
        steps.over(COMMENTS)


def _then(number: int, on: date) -> date:
    return on - BETWEEN_WAVES * (WAVES[-1] - number)
