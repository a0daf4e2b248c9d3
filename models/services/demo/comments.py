"""The comments of the invented people, and the two invented reviewers who read them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import yaml
from numpy.random import Generator

from models.access import Permission, Role, Viewer, require
from models.services import questionnaires
from models.services.waves import comment_intake, comment_publication, comment_review
from models.services.waves.comment_publication import Publication
from models.storage import Db
from survey.asking.organisation import Organisation
from survey.asking.wave import Wave
from survey.disclosure.comments import DEPARTMENT

TEXTS = Path(__file__).parent / "comments.yaml"
# Those who say enough to be read by themselves; what the others say is read further up.
TALKATIVE = ("one", "two", "three")
READERS = tuple(Viewer(f"Opdigtet læser {n}", Role.STEWARD) for n in (1, 2))


def invented_comments(tree: Organisation, chance: Generator) -> Iterator[tuple[str, str]]:
    """(unit id, text) of every comment of the file, each once.

    Three departments say most of it, people from any of their sections; the rest is spread thinly.
    """
    texts_of = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))["comments"]
    departments = [unit.id for unit in tree.units if unit.kind == DEPARTMENT]
    order = [departments[int(place)] for place in chance.permutation(len(departments))]
    for number, name in enumerate(TALKATIVE):
        inside = tree.subtree(order[number % len(order)])
        for text in texts_of.pop(name):
            yield inside[int(chance.integers(len(inside)))], text
    for texts in texts_of.values():
        for text in texts:
            yield order[int(chance.integers(len(order)))], text


def keep_comments(db: Db, wave: Wave, tree: Organisation, chance: Generator, *, by: Viewer) -> None:
    """Let the people of a wave have said them; before the wave is released."""
    require(by, Permission.MAKE_DEMO)
    instrument = questionnaires.of_wave(db, wave)
    comment_intake.keep(
        db,
        wave.id,
        [
            (unit_id, comment_intake.cleaned(text, instrument))
            for unit_id, text in invented_comments(tree, chance)
        ],
    )


def publish_comments(db: Db, wave_id: str, *, by: Viewer, on: date) -> Publication:
    """Let two invented people read and agree on every comment of a released wave, and show them."""
    require(by, Permission.MAKE_DEMO)
    for reader in READERS:
        for comment in comment_review.open_review(db, wave_id, by=reader).for_me:
            comment_review.judge(db, comment.id, show=True, text=comment.text, by=reader)
    return comment_publication.publish(db, wave_id, by=READERS[0], on=on)
