from collections import Counter
from dataclasses import replace

import pytest
from numpy.random import default_rng

from models.services.demo.comments import (
    invented_comments,
    keep_comments,
    publish_comments,
)
from models.services.demo.tree import Shape, invented_units
from models.services.waves import comment_publication
from models.storage import units, waves
from models.storage.answers import comments
from models.storage.asking import structures
from survey.asking.organisation import join_units
from survey.asking.redaction import redacted
from survey.asking.wave import WaveState
from survey.disclosure.comments import filed_at
from tests.builders import a_wave
from tests.models.services.demo.invented import BOSS
from tests.models.services.survey_builders import RELEASED

TREE = join_units(invented_units(Shape(3, 12, 40, 900), default_rng(1)))


def invented(seed=1):
    return list(invented_comments(TREE, default_rng(seed)))


def test_the_same_seed_says_the_same_and_nobody_says_what_another_said():
    assert invented() == invented()
    texts = [text for _unit, text in invented()]
    assert len(texts) == len(set(texts)) > 100


def test_three_departments_say_enough_to_be_read_alone():
    counts = Counter(filed_at(TREE, unit_id) for unit_id, _text in invented())
    assert sum(count >= 10 for count in counts.values()) >= 3


def test_some_comments_show_that_numbers_are_taken_out():
    changed = [text for _unit, text in invented() if redacted(text) != text]
    assert 0 < len(changed) < 5


@pytest.fixture
def closed(db):
    units.replace(db, TREE.units)
    wave = a_wave(state=WaveState.CLOSED, closes_on=RELEASED)
    waves.add(db, wave)
    structures.put(db, wave.id, TREE.units)
    keep_comments(db, wave, TREE, default_rng(1), by=BOSS)
    return wave


def test_the_invented_comments_can_be_read_after_two_have_agreed(db, closed):
    waves.update(db, replace(closed, state=WaveState.RELEASED))
    publication = publish_comments(db, closed.id, on=RELEASED, by=BOSS)
    assert publication.comments == len(invented())
    assert publication.places >= 4
    at = next(iter(comments.published_counts(db, closed.id)))
    assert comment_publication.comments_at(db, closed.id, at, on=RELEASED, by=BOSS).count >= 10
