"""A wave with comments in it, for tests of who reads them and where they are shown."""

from dataclasses import replace

from models.access import Role, Viewer
from models.services.waves import comment_intake, comment_review
from models.storage import waves
from models.storage.answers import comments
from survey.asking.wave import WaveState
from tests.models.services.survey_builders import a_closed_wave

SUBJECTS = ("Vagtplanen giver ingen ro", "Indkøb af udstyr tager måneder")
ANNA, BENT = (Viewer(name, Role.STEWARD) for name in ("anna@region.dk", "bent@region.dk"))


def a_wave_with_comments(db, **numbers):
    """A closed wave with so many comments from each unit, A1=8 being eight from A1."""
    wave = a_closed_wave(db)
    texts = [
        (unit_id, f"{SUBJECTS[n % 2]}, {unit_id} {chr(97 + n)}.")
        for unit_id, times in numbers.items()
        for n in range(times)
    ]
    comment_intake.keep(db, wave.id, texts)
    return wave


def the_comment(db):
    """The only comment of a wave from which one came."""
    wave = a_wave_with_comments(db, A1=1)
    return comments.of(db, wave.id)[0]


def released(db, wave):
    """The wave as if its result had been released."""
    waves.update(db, replace(wave, state=WaveState.RELEASED))
    return wave


def agreed(db, wave, *, show=True):
    """The wave after both have read every comment and agreed on each."""
    for reader in (ANNA, BENT):
        for comment in comment_review.open_review(db, wave.id, by=reader).for_me:
            comment_review.judge(db, comment.id, show=show, text=comment.text, by=reader)
    return wave
