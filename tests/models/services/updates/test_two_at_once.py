"""Two people approve at once: one of them wins, and the other is told who."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from models.access import Role, Viewer
from models.services.promises import observations
from models.services.trace.log import verify
from models.services.updates import submissions
from models.services.updates.submissions import AlreadyDecided
from models.storage.engine import unit_of_work
from models.storage.steering import trace
from models.trace.action import Action
from models.trace.entry import Write
from tests.builders import an_observation
from tests.models.services.updates.people import CRITERION, DAY, LATER, OWNER, STEWARD, own

APPROVERS = [Viewer(name, Role.LEADERSHIP) for name in ("Ane", "Bo", "Cai", "Dan")]
WRITERS, EACH = 16, 5


@pytest.fixture
def entered(any_engine):
    with unit_of_work(any_engine) as db:
        own(db)
        return any_engine, submissions.enter(db, an_observation(), by=OWNER, on=DAY).entry


def test_of_several_who_approve_at_once_one_wins_and_the_others_are_told_who(entered):
    engine, entry = entered
    start = Barrier(len(APPROVERS))

    def approve(by):
        start.wait()
        try:
            with unit_of_work(engine) as db:
                submissions.approve(db, entry, by=by, on=LATER)
        except AlreadyDecided as refused:
            return refused.values["who"]
        return ""

    with ThreadPoolExecutor(len(APPROVERS)) as people:
        outcomes = list(people.map(approve, APPROVERS))
    with unit_of_work(engine) as db:
        (value,) = observations.of(db, CRITERION, by=STEWARD)
    assert sorted(outcomes) == ["", *[value.approved_by] * (len(APPROVERS) - 1)]


def test_sixteen_who_write_at_once_make_one_chain(any_engine):
    def write(number):
        with unit_of_work(any_engine) as db:
            trace.add(db, Write(Action.EXPLAIN, f"criterion:{number}", STEWARD))

    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(write, range(WRITERS * EACH)))
    with unit_of_work(any_engine) as db:
        chain = verify(db, by=STEWARD)
    assert (chain.lines, chain.breaks) == (WRITERS * EACH, ())
