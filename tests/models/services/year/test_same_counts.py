"""Scoreboard and annual status of one day and one knowledge date."""

from datetime import date

import pytest

from models.access import Role, Viewer
from models.charts.promises.counts import red_standings, sign_counts
from models.services.promises import targets
from models.services.promises.observations import record
from models.services.promises.scoreboard import scoreboard
from models.services.year.annual_status import annual_status
from tests.builders import a_target, an_observation

STEWARD = Viewer("forvalter", Role.STEWARD)
MEASURED = ((2016, 30.0), (2017, 46.0), (2018, 55.0))


@pytest.fixture
def agents(db):
    """Due at the end of 2017 and reached a year late; each value entered in the next March."""
    targets.set_target(db, a_target(), by=STEWARD, on=date(2014, 1, 1))
    for year, value in MEASURED:
        entered = date(year + 1, 3, 10)
        observation = an_observation(ref=date(year, 12, 31), value=value, recorded=entered)
        record(db, observation, by=STEWARD)
    return db


@pytest.mark.parametrize(
    "knowledge_date", [date(2018, 1, 5), date(2018, 3, 10), date(2026, 11, 27)]
)
@pytest.mark.parametrize("year", [2014, 2016, 2017, 2018])
def test_scoreboard_and_annual_status_give_the_same_counts(agents, year, knowledge_date):
    as_of = min(date(year, 12, 31), knowledge_date)
    board = scoreboard(
        agents, "hovedstaden", as_of=as_of, knowledge_date=knowledge_date, by=STEWARD
    )
    status = annual_status(agents, "hovedstaden", year, knowledge_date=knowledge_date, by=STEWARD)
    assert status.distribution == sign_counts(board.standings)
    assert [outcome.criterion.id for outcome in status.reds] == [
        standing.criterion.id for standing in red_standings(board.standings)
    ]
    assert [line.label for line in status.themes] == [theme.label for theme in board.themes]


def test_the_status_of_a_running_year_is_that_of_the_knowledge_date(agents):
    today = date(2018, 6, 1)
    status = annual_status(agents, "hovedstaden", 2018, knowledge_date=today, by=STEWARD)
    board = scoreboard(agents, "hovedstaden", as_of=today, knowledge_date=today, by=STEWARD)
    assert status.as_of == today
    assert status.distribution == sign_counts(board.standings)


def test_silence_is_not_red_before_its_time_because_the_year_has_an_end(db):
    due = a_target(criterion_id="HOV-T1-C1", due=date(2018, 5, 31), strict=False)
    targets.set_target(db, due, by=STEWARD, on=date(2014, 1, 1))
    status = annual_status(db, "hovedstaden", 2018, knowledge_date=date(2018, 6, 1), by=STEWARD)
    (outcome,) = [o for o in status.outcomes if o.criterion.id == "HOV-T1-C1"]
    assert not outcome.assessment.red
