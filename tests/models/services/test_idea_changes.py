from datetime import UTC, date, datetime, timedelta

import pytest

from models.access import Role, Viewer
from models.errors import InputError
from models.ideas.idea import Stage
from models.services import idea_changes, ideas
from models.storage.ideas import update
from tests.builders import an_idea

BY = Viewer("nogen", Role.DEPARTMENT, "A1")
DAY, NOW = date(2026, 6, 1), datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def idea(db):
    return ideas.suggest(db, "Tavle", "Kort møde", by=BY, on=DAY)


def test_an_idea_is_taken_back_within_five_minutes(db, idea):
    receipt = idea_changes.receipt(db, idea.id, by=BY, now=NOW)
    idea_changes.take_back(db, idea.id, receipt, by=BY, now=NOW + timedelta(minutes=5))
    assert ideas.own_ideas(db, by=BY) == ()
    idea_changes.take_back(db, idea.id, receipt, by=BY, now=NOW)


def test_after_five_minutes_it_stays(db, idea):
    receipt = idea_changes.receipt(db, idea.id, by=BY, now=NOW)
    with pytest.raises(InputError, match="fem minutter"):
        idea_changes.take_back(db, idea.id, receipt, by=BY, now=NOW + timedelta(minutes=6))


@pytest.mark.parametrize("receipt", ["", "x", "9" * 5000, "99999999999-", "99999999999-é"])
def test_a_receipt_that_is_not_ours_takes_nothing_back(db, idea, receipt):
    for _ in range(2):
        with pytest.raises(InputError):
            idea_changes.take_back(db, idea.id, receipt, by=BY, now=NOW)
        idea_changes.receipt(db, idea.id, by=BY, now=NOW)


def test_an_idea_that_has_been_screened_is_neither_taken_back_nor_rewritten(db, idea):
    receipt = idea_changes.receipt(db, idea.id, by=BY, now=NOW)
    update(db, an_idea(id=idea.id, unit_id="A1", stage=Stage.SCREENED))
    with pytest.raises(InputError, match="vurderet"):
        idea_changes.take_back(db, idea.id, receipt, by=BY, now=NOW)
    with pytest.raises(InputError, match="vurderet"):
        idea_changes.rewrite(db, idea.id, "Ny", "", innovation_type=None, by=BY)


def test_an_idea_that_is_gone_is_not_rewritten(db):
    with pytest.raises(InputError, match="ikke længere"):
        idea_changes.rewrite(db, "idea-x", "Ny", "", innovation_type=None, by=BY)


def test_the_first_words_sent_again_are_a_new_idea(db, idea):
    idea_changes.rewrite(db, idea.id, "Tavlemøde", "Hver morgen", innovation_type=None, by=BY)
    again = ideas.suggest(db, "Tavle", "Kort møde", by=BY, on=DAY)
    assert again.id != idea.id
    assert {row.title for row in ideas.own_ideas(db, by=BY)} == {"Tavle", "Tavlemøde"}
