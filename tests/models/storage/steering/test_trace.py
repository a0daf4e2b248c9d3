"""The lines of the trace come into the database with what they speak of, or not at all."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.access import Role, Viewer
from models.storage.engine import unit_of_work
from models.storage.steering import trace
from models.trace.action import Action
from models.trace.chain import breaks
from models.trace.entry import Write
from models.trace.search import Search

BY = Viewer("tovholder", Role.STEWARD)


def a_write(subject="criterion:A", action=Action.SET_TARGET, who="tovholder"):
    return Write(action, subject, Viewer(who, Role.STEWARD), {"æ": 1}, {"æ": 2.5}, "flyttet")


@pytest.mark.measured
def test_lines_of_several_units_of_work_make_one_chain(any_engine):
    for subject in ("criterion:A", "criterion:B", "criterion:A"):
        with unit_of_work(any_engine) as db:
            trace.add(db, a_write(subject))
            trace.add(db, a_write(subject))
    with unit_of_work(any_engine) as db:
        lines = list(trace.lines(db))
        assert [line.entry for line in lines] == [1, 2, 3, 4, 5, 6]
        assert list(breaks(lines)) == []
        assert trace.head(db) == (6, lines[-1].hash)
        assert (lines[0].before, lines[0].reason) == ('{"æ":1}', "flyttet")
        moment = datetime.fromisoformat(lines[-1].at)
        assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)


def test_respondents_can_write_a_line_though_they_read_none(any_engine):
    with unit_of_work(any_engine, drafts=True) as db:
        trace.add(db, a_write())
    with unit_of_work(any_engine) as db:
        assert trace.count(db, Search()) == 1


def test_what_is_taken_back_leaves_no_line(any_engine):
    with pytest.raises(KeyError), unit_of_work(any_engine) as db:  # noqa: PT012 - in one unit of work
        trace.add(db, a_write())
        trace.write_down(db)
        raise KeyError
    with unit_of_work(any_engine) as db:
        assert trace.head(db) == (0, "")
        assert list(trace.lines(db)) == []


def test_a_search_finds_the_newest_first_a_page_at_a_time(any_db):
    for number in range(4):
        trace.add(any_db, a_write(f"criterion:{number % 2}"))
    trace.add(any_db, a_write("wave:x", Action.OPEN_WAVE, "en anden"))
    pages = [trace.newest(any_db, Search(), limit=2, offset=offset) for offset in (0, 2, 4)]
    assert [[line.entry for line in page] for page in pages] == [[5, 4], [3, 2], [1]]
    today = datetime.now(UTC).date()
    searches = {
        Search(subject="criterion:1"): 2,
        Search(action=Action.OPEN_WAVE): 1,
        Search(who="tovholder", subject="wave:x"): 0,
        Search(first_day=today - timedelta(days=1), last_day=today + timedelta(days=1)): 5,
        Search(first_day=today + timedelta(days=2)): 0,
        Search(last_day=date(2016, 1, 1)): 0,
    }
    assert {search: trace.count(any_db, search) for search in searches} == searches
