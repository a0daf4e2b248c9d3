from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.charts.promises import gap_marks
from models.services.gaps import gaps
from models.services.promises import observations, targets
from models.steering.owner import Owner
from models.storage.steering import owners
from models.strategy.gap import GapKind
from models.strategy.target import Direction, IndicatorKind
from models.wording import words
from tests.builders import a_target, an_observation

STEWARD = Viewer("forvalter", Role.STEWARD)
DAY = date(2016, 6, 30)
AGENTS, PLAN = "HOV-T2-C9", "HOV-T1-C1"


def counts(db, as_of=DAY, **more):
    gap_list = gaps(db, "hovedstaden", as_of=as_of, by=STEWARD, **more)
    return {kind: len(rows) for kind, rows in gap_list.promises.items() if rows}


def kinds(db, criterion_id, as_of=DAY, **more):
    """The gaps of one promise, without that of the paper: who serves it."""
    gap_list = gaps(db, "hovedstaden", as_of=as_of, by=STEWARD, **more)
    return {
        kind
        for kind, rows in gap_list.promises.items()
        if criterion_id in {row.criterion.id for row in rows}
    } - {GapKind.INITIATIVE}


def adopt(db, **fields):
    targets.set_target(db, a_target(**{"owner": "Videncenter"} | fields), by=STEWARD, on=DAY)


def test_nobody_has_set_anything_yet(db):
    gap_list = gaps(db, "hovedstaden", as_of=DAY, by=STEWARD)
    lacking = counts(db)
    assert lacking[GapKind.TARGET] == gap_list.board.without_target == 43
    assert lacking[GapKind.OWNER] == len(gap_list.incomplete) == 65
    assert lacking[GapKind.INITIATIVE] == len(gap_list.board.strategy.unserved)
    assert len(gap_list.efforts[GapKind.REPEATED]) == 8


def test_a_promise_with_owner_and_fresh_value_lacks_nothing(db):
    adopt(db)
    assert kinds(db, AGENTS) == {GapKind.NEVER_MEASURED}
    observations.record(db, an_observation(recorded=DAY), by=STEWARD)
    assert kinds(db, AGENTS) == set()
    assert kinds(db, AGENTS, date(2015, 6, 30)) == {GapKind.NEVER_MEASURED}
    assert kinds(db, AGENTS, date(2017, 12, 30)) == {GapKind.STALE}
    assert kinds(db, AGENTS, date(2019, 1, 1)) == {GapKind.UNDOCUMENTED}


def test_a_value_entered_later_is_not_known_yet(db):
    adopt(db, set_on=date(2014, 1, 1))
    observations.record(db, an_observation(recorded=DAY), by=STEWARD)
    assert GapKind.NEVER_MEASURED in kinds(db, AGENTS, knowledge_date=date(2016, 6, 29))


@pytest.mark.parametrize(("last", "missing"), [(29, {GapKind.OWNER}), (30, set())])
def test_an_owner_who_has_left_is_none(db, last, missing):
    adopt(db)
    observations.record(db, an_observation(recorded=DAY), by=STEWARD)
    left = Owner("Videncenter", left_on=date(2016, 6, last))
    owners.add(db, left, entered_by="forvalter", entered_on=DAY)
    assert kinds(db, AGENTS) == missing
    by_name = gaps(db, "hovedstaden", as_of=DAY, by=STEWARD).left
    assert by_name == ({"Videncenter": left} if missing else {})


def test_a_milestone_needs_no_value_before_its_day(db):
    milestone = {"kind": IndicatorKind.MILESTONE, "baseline": None, "baseline_on": None}
    adopt(db, criterion_id=PLAN, target=1, direction=Direction.INCREASE, strict=False, **milestone)
    assert GapKind.NEVER_MEASURED not in kinds(db, PLAN)
    assert GapKind.NEVER_MEASURED in kinds(db, PLAN, date(2018, 1, 1))


def test_a_strategy_with_everything_says_so():
    assert gap_marks.headline({}, 0, 65, words("da")) == "Ingen af de 65 løfter mangler noget."


def test_the_sentence_names_the_three_largest_gaps_and_the_table_all(db):
    gap_list = gaps(db, "hovedstaden", as_of=DAY, by=STEWARD)
    assert gap_marks.headline(gap_list.promises, 65, 65, words("da")) == (
        "65 af 65 løfter mangler noget: 65 uden ejer, 43 uden mål eller frist og 13 uden initiativ."
    )
    rows = gap_marks.table(gap_list.promises, words("en"))
    assert len(rows) == len(gap_list.promises)
    assert replace(gap_list, promises={}).incomplete == ()
