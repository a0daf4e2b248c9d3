from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.ideas.idea import Stage
from models.services.due import STEPS, PromiseDue, Task, TaskKind, due
from models.services.promises import strategies
from models.services.promises.scoreboard import assess_strategy
from models.services.year.annual_status import annual_status
from models.storage import ideas, waves
from models.storage.answers import comments
from models.storage.steering import observations, targets
from survey.asking.wave import WaveState
from tests.builders import a_target, a_wave, an_idea, an_observation

STEWARD, DAY = Viewer("t", Role.STEWARD), date(2026, 6, 1)
AGENTS, HOVEDSTADEN = strategies.criterion("HOV-T2-C9"), strategies.strategy("hovedstaden")
LATER = date(2030, 12, 31)


def tasks(db, kind):
    return [task for task in due(db, by=STEWARD, on=DAY).tasks if task.kind is kind]


def test_nothing_waits_in_an_installation_with_nothing_in_it(db):
    work = due(db, by=STEWARD, on=DAY)
    assert (work.tasks, work.upcoming, work.has_waves) == ((), None, False)


@pytest.mark.parametrize(
    ("fields", "done", "since"),
    [
        ({"approved_on": None}, 0, None),
        ({}, 1, date(2015, 1, 15)),
        ({"state": WaveState.OPEN, "opens_on": DAY}, 2, DAY),
        ({"state": WaveState.CLOSED, "opens_on": date(2026, 1, 1), "closes_on": DAY}, 3, DAY),
    ],
)
def test_each_survey_has_its_next_step_of_four(db, fields, done, since):
    wave = a_wave(**fields)
    waves.add(db, wave)
    waves.add(db, a_wave(id="x", state=WaveState.RELEASED, opens_on=DAY, closes_on=DAY))
    work = due(db, by=STEWARD, on=DAY)
    assert work.tasks == (Task(TaskKind.WAVE, since, done, STEPS, wave=wave),)
    assert work.has_waves


def test_ideas_wait_to_be_screened_since_the_oldest_came(db):
    ideas.add(db, an_idea(id="1", submitted_on=DAY, stage=Stage.SUBMITTED))
    ideas.add(db, an_idea(id="2", submitted_on=date(2026, 1, 1), stage=Stage.SUBMITTED))
    ideas.add(db, an_idea(id="3", stage=Stage.DECLINED))
    assert tasks(db, TaskKind.IDEAS) == [Task(TaskKind.IDEAS, date(2026, 1, 1), 1, 3)]


def test_comments_wait_since_their_survey_closed(db):
    wave = a_wave(state=WaveState.CLOSED, opens_on=DAY, closes_on=DAY)
    waves.add(db, wave)
    for text in ("a", "b", "c"):
        comments.add(db, wave.id, "A1", text)
    (first, *_rest) = comments.of(db, wave.id)
    comments.judge(db, replace(first, state="approved", first_by="x"))
    assert tasks(db, TaskKind.COMMENTS) == [Task(TaskKind.COMMENTS, DAY, 1, 3, wave=wave)]


def test_only_a_strategy_that_is_in_use_has_promises_that_wait(db):
    targets.add(db, a_target(due=LATER))
    kinds = {task.kind: task for task in due(db, by=STEWARD, on=DAY).tasks}
    assert kinds.keys() == {TaskKind.TARGETS, TaskKind.MEASUREMENTS}
    assert {task.strategy.id for task in kinds.values()} == {"hovedstaden"}
    missing = kinds[TaskKind.TARGETS]
    assert missing.of == len(HOVEDSTADEN.criteria)
    board = assess_strategy(db, "hovedstaden", as_of=DAY, knowledge_date=None)
    status = annual_status(db, "hovedstaden", 2026, knowledge_date=DAY, by=STEWARD)
    assert missing.of - missing.done == board.without_target == len(status.without_target)
    assert len(missing.promises) - missing.starts == board.without_target
    assert missing.starts == len(status.without_baseline) > 0
    assert missing.since == min(promise.day for promise in missing.promises if promise.day)
    assert AGENTS not in [promise.criterion for promise in missing.promises]


def test_promises_without_a_date_miss_their_target_since_no_day(db):
    criterion = strategies.strategy("midtjylland").criteria[0]
    targets.add(db, a_target(criterion_id=criterion.id, due=LATER))
    (task,) = tasks(db, TaskKind.TARGETS)
    assert task.since is None


def test_what_is_measured_in_time_is_not_due_but_named_as_the_next(db):
    targets.add(db, a_target(due=LATER))
    observations.add_all(db, [an_observation(ref=DAY, recorded=DAY)])
    work = due(db, by=STEWARD, on=DAY)
    waiting = [promise.criterion for task in work.tasks for promise in task.promises]
    assert AGENTS not in waiting
    assert work.upcoming == PromiseDue(AGENTS, date(2027, 6, 1))


def test_nothing_waits_where_every_promise_has_a_target_and_is_measured(db):
    for criterion in strategies.strategy("midtjylland_regional_udvikling").criteria:
        fields = {"criterion_id": criterion.id, "kind": "count", "due": LATER}
        targets.add(db, a_target(**fields))
        row = an_observation(criterion_id=criterion.id, ref=DAY, recorded=DAY)
        observations.add_all(db, [row])
    work = due(db, by=STEWARD, on=DAY)
    assert work.tasks == ()
    assert work.upcoming.day == date(2027, 6, 1)


def test_a_strategy_in_use_without_a_figure_to_measure_lacks_targets_alone(db):
    criterion = strategies.strategy("midtjylland").criteria[1]
    observations.add_all(db, [an_observation(criterion_id=criterion.id)])
    assert [task.kind for task in due(db, by=STEWARD, on=DAY).tasks] == [TaskKind.TARGETS]
