from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError, NoResultFound

from models.ideas.grouping import Grouping, IdeaTheme
from models.ideas.idea import InnovationType, Stage
from models.storage import ideas
from models.storage.tables.ideas import IdeaRow
from tests.builders import an_idea

BARE = an_idea(id="bare", unit_id=None, innovation_type=None, stage=Stage.DECLINED, text="")
TWO = Grouping(
    (
        IdeaTheme("t2", "vagt, skema", ("vagt", "skema"), ("c", "a"), "HOV-T1"),
        IdeaTheme("t1", "mad", (), ("b",), None),
    ),
    {"a": ("t2", 0.25), "b": ("t1", 1.0), "c": ("t2", 0.75)},
)


@pytest.fixture
def suggested(any_db):
    ideas.add_all(any_db, [an_idea(id=letter) for letter in "abc"])
    return any_db


@pytest.mark.parametrize("idea", [an_idea(), BARE], ids=["full", "bare"])
def test_an_idea_comes_back_as_it_was(any_db, idea):
    ideas.add_all(any_db, [idea])
    assert ideas.get(any_db, idea.id) == idea


def test_an_idea_nobody_had_is_none(any_db):
    ideas.add_all(any_db, [])
    assert ideas.get(any_db, "never") is None


def test_ideas_stand_oldest_first(any_db):
    older = an_idea(id="z", submitted_on=date(2014, 1, 1))
    ideas.add_all(any_db, [an_idea(id="b"), older, an_idea(id="a")])
    assert ideas.all_ideas(any_db) == (older, an_idea(id="a"), an_idea(id="b"))


def test_an_idea_goes_on_in_its_own_place(suggested):
    piloted = an_idea(id="b", stage=Stage.PILOTED, innovation_type=InnovationType.BREAKTHROUGH)
    ideas.update(suggested, piloted)
    assert ideas.all_ideas(suggested) == (an_idea(id="a"), piloted, an_idea(id="c"))


def test_only_an_idea_somebody_had_can_go_on(any_db):
    with pytest.raises(NoResultFound):
        ideas.update(any_db, an_idea())


@pytest.mark.parametrize("column", ["language", "innovation_type", "stage"])
def test_the_database_itself_refuses_an_unknown_word(any_db, column):
    row = ideas._row(an_idea()) | {column: "other"}
    with pytest.raises(IntegrityError, match=column), any_db.begin_nested():
        any_db.execute(insert(IdeaRow), [row])


def test_a_grouping_comes_back_as_it_was(suggested):
    ideas.keep_grouping(suggested, TWO)
    assert ideas.grouping(suggested) == TWO


def test_a_new_grouping_takes_the_place_of_the_last(suggested):
    single = Grouping(
        (replace(TWO.themes[1], idea_ids=("a", "b", "c")),), dict.fromkeys("abc", ("t1", 0.5))
    )
    for grouping in (TWO, single):
        ideas.keep_grouping(suggested, grouping)
    assert ideas.grouping(suggested) == single


@pytest.mark.parametrize("grouping", [None, Grouping((), {})], ids=["never", "of no ideas"])
def test_without_grouped_ideas_there_is_no_grouping(suggested, grouping):
    if grouping is not None:
        ideas.keep_grouping(suggested, grouping)
    assert ideas.grouping(suggested) is None
