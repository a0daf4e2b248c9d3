import json
from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.services.promises import observations, targets
from models.services.promises.scoreboard import scoreboard
from models.services.promises.status_document import status_document
from models.strategy.rule.assessment import Status, StatusReason
from tests.builders import a_target, an_observation

STEWARD = Viewer("forvalter", Role.STEWARD)
START, END = date(2013, 3, 31), date(2020, 12, 31)
SIZES = {
    "hovedstaden": 65,
    "midtjylland": 22,
    "midtjylland_regional_udvikling": 7,
    "syddanmark": 21,
    "vastmanland": 8,
}


@pytest.fixture
def agents(db):
    targets.set_target(db, a_target(), by=STEWARD, on=date(2014, 1, 1))
    for year, value in ((2014, 12.0), (2015, 24.0)):
        entered = date(year + 1, 3, 10)
        observation = an_observation(ref=date(year, 12, 31), value=value, recorded=entered)
        observations.record(db, observation, by=STEWARD)

    def standing(as_of, knowledge_date=None):
        return scoreboard(
            db, "hovedstaden", as_of=as_of, knowledge_date=knowledge_date, by=STEWARD
        ).standing("HOV-T2-C9")

    return standing


@pytest.mark.parametrize(("strategy_id", "size"), SIZES.items())
def test_every_criterion_stands_there_though_nothing_is_measured(db, strategy_id, size):
    board = scoreboard(db, strategy_id, as_of=START, by=STEWARD)
    assert len(board.standings) == sum(board.counts.values()) == size


def test_forty_three_promises_of_hovedstaden_have_no_target(db):
    board = scoreboard(db, "hovedstaden", as_of=START, by=STEWARD)
    assert board.without_target == 43
    assert board.counts[Status.NO_DATA] == 65


def test_setting_a_target_leaves_one_less_without(db):
    target = a_target(criterion_id="HOV-T1-C1", due=date(2014, 12, 31), strict=False)
    targets.set_target(db, target, by=STEWARD, on=START)
    board = scoreboard(db, "hovedstaden", as_of=START, by=STEWARD)
    assert board.without_target == 42
    assert board.standing("HOV-T1-C1").adopted


def test_a_target_without_a_due_date_is_still_without(db):
    target = a_target(criterion_id="HOV-T2-C12", due=None)
    targets.set_target(db, target, by=STEWARD, on=START)
    board = scoreboard(db, "hovedstaden", as_of=START, by=STEWARD)
    assert board.standing("HOV-T2-C12").assessment.reason is StatusReason.DUE_MISSING
    assert board.without_target == 43


def test_more_than_today_waits_for_a_baseline(db):
    standing = scoreboard(db, "hovedstaden", as_of=END, by=STEWARD).standing("HOV-T7-C1")
    assert (standing.adopted, standing.assessment.reason) == (False, StatusReason.BASELINE_MISSING)


def moved_of(db, criterion_id, due):
    """Set a target with another due date than the paper's."""
    targets.set_target(
        db, a_target(criterion_id=criterion_id, due=due, strict=False), by=STEWARD, on=START
    )
    return scoreboard(db, "hovedstaden", as_of=END, by=STEWARD).standing(criterion_id).moved


def test_the_papers_date_stays_the_yardstick_beside_the_adopted_one(db):
    moved = moved_of(db, "HOV-T1-C1", date(2028, 12, 31))
    assert (moved.promised.year, moved.adopted.year) == (2014, 2028)
    assert moved.assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT


def test_where_the_paper_has_no_date_the_first_adopted_one_is_the_yardstick(db):
    undated = a_target(criterion_id="SYD-T1-C1", due=date(2017, 12, 31))
    for place, year in enumerate((2017, 2019, 2028)):
        later = replace(undated, due=date(year, 12, 31))
        targets.set_target(db, later, by=STEWARD, on=date(2014 + place, 1, 1))
    board = scoreboard(db, "syddanmark", as_of=END, by=STEWARD)
    moved = board.standing("SYD-T1-C1").moved
    assert (moved.promised.year, moved.adopted.year, moved.red) == (2017, 2028, True)
    assert status_document(board)["moved"] == 1


def test_a_date_corrected_on_the_day_it_was_set_was_not_moved(db):
    for year in (2017, 2019):
        target = a_target(criterion_id="SYD-T1-C1", due=date(year, 12, 31))
        targets.set_target(db, target, by=STEWARD, on=date(2014, 1, 1))
    assert scoreboard(db, "syddanmark", as_of=END, by=STEWARD).standing("SYD-T1-C1").moved is None


def test_an_earlier_date_than_the_papers_is_not_moved(db):
    assert moved_of(db, "HOV-T1-C1", date(2014, 6, 30)) is None


def test_the_document_names_a_moved_date_and_the_status_by_the_promised_one(db):
    moved_of(db, "HOV-T1-C1", date(2028, 12, 31))
    document = status_document(scoreboard(db, "hovedstaden", as_of=END, by=STEWARD))
    moves = [criterion["moved"] for criterion in document["criteria"] if criterion["moved"]]
    assert moves == [
        {"promised_due": "2014-12-31", "due": "2028-12-31",
         "status_by_promised_due": "no_data", "red_by_promised_due": True}
    ]  # fmt: skip


def test_silence_about_a_milestone_after_its_day_is_red(db):
    board = scoreboard(db, "hovedstaden", as_of=END, by=STEWARD)
    assert board.standing("HOV-T2-C1").assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT
    assert "HOV-T2-C1" in board.themes[1].label.reds


def test_a_milestone_that_is_done_is_achieved(db):
    done = an_observation(
        criterion_id="HOV-T2-C1", value=1.0, ref=date(2014, 6, 1), recorded=date(2014, 6, 2)
    )
    observations.record(db, done, by=STEWARD)
    standing = scoreboard(db, "hovedstaden", as_of=END, by=STEWARD).standing("HOV-T2-C1")
    assert standing.assessment.status is Status.ACHIEVED


def test_a_logged_value_gives_a_status(agents):
    assessment = agents(date(2016, 12, 31)).assessment
    assert (assessment.status, assessment.value) == (Status.AT_RISK, 24)
    assert assessment.share_expected == pytest.approx(0.4997, abs=1e-4)


def test_a_status_knows_only_what_was_entered_by_then(agents):
    assessment = agents(date(2016, 2, 1), knowledge_date=date(2016, 2, 1)).assessment
    assert (assessment.status, assessment.value) == (Status.AT_RISK, 12)


def test_every_record_stands_beside_the_status(agents):
    assert [observation.value for observation in agents(END).observations] == [12, 24]


def test_a_standing_names_the_initiatives_that_serve_it(agents):
    assert all("HOV-T2-C9" in initiative.criteria for initiative in agents(END).initiatives)


def test_the_document_has_the_keys_other_programs_call(db, agents):
    document = status_document(scoreboard(db, "hovedstaden", as_of=date(2016, 12, 31), by=STEWARD))
    assert {"strategy", "as_of", "known", "rule", "criteria", "themes"} <= document.keys()
    agents_document = {criterion["criterion_id"]: criterion for criterion in document["criteria"]}[
        "HOV-T2-C9"
    ]
    assert agents_document | {"status": "at_risk", "headline": "at_risk",
                              "reason": "trajectory", "ref": "2015-12-31", "value": 24.0} == (
        agents_document
    )  # fmt: skip
    assert {"expected", "share_expected", "share_achieved"} <= agents_document.keys()
    forecast = agents_document["forecast"]
    assert (forecast["n"], round(forecast["point"], 3)) == (3, 43.026)
    assert (forecast["low"], forecast["probability"], forecast["outlook"]) == (None, None, None)


def test_the_document_gives_the_value_that_decided_beside_the_one_at_the_due_date(db, agents):
    for year, value in ((2017, 46.0), (2018, 55.0)):
        observation = an_observation(
            ref=date(year, 12, 31), value=value, recorded=date(year + 1, 3, 10)
        )
        observations.record(db, observation, by=STEWARD)
    document = status_document(scoreboard(db, "hovedstaden", as_of=date(2019, 6, 1), by=STEWARD))
    late = {criterion["criterion_id"]: criterion for criterion in document["criteria"]}["HOV-T2-C9"]
    assert (late["value"], late["ref"], late["days_late"]) == (46.0, "2017-12-31", 365)
    assert (late["decided_value"], late["decided_ref"]) == (55.0, "2018-12-31")
    assert (document["late"], sum(theme["late"] for theme in document["themes"])) == (1, 1)


def test_the_document_says_missing_as_null(db):
    board = scoreboard(db, "hovedstaden", as_of=START, knowledge_date=START, by=STEWARD)
    document = json.loads(json.dumps(status_document(board), allow_nan=False))
    assert document["criteria"][0]["ref"] is None
    assert (document["as_of"], document["known"]) == ("2013-03-31", "2013-03-31")
    assert document["themes"][0].keys() >= {"theme_id", "label", "counts", "coverage"}
