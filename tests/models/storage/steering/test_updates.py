"""What owners enter and others decide comes back as it was, and only one decides."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from models.errors import InputError
from models.steering.committee_proposal import CommitteeProposal
from models.steering.explanation import Explanation
from models.steering.override_proposal import OverrideDecision, OverrideProposal
from models.steering.owner import Owner
from models.steering.period_lock import PeriodLock, lock_of
from models.steering.submission import Decision, Submission, SubmissionDecision
from models.storage.steering import (
    explanations,
    locks,
    milestone_plans,
    overrides,
    owners,
    proposals,
    submissions,
)
from models.storage.tables.updates import ExplanationRow
from models.strategy.milestone import MilestonePlan
from models.strategy.rule.assessment import Status
from tests.builders import an_observation

DAY, LATER = date(2016, 1, 14), date(2016, 2, 1)
CRITERION = "HOV-T2-C9"
VALUE = an_observation(entered_by="ejer", k=3, n=10, population=40, evidence="bilag")
APPROVED = Decision(SubmissionDecision.APPROVED, "anden", LATER)
OVERRIDE = OverrideProposal(
    CRITERION, Status.AT_RISK, Status.OFF_TRACK, "datafejl", "bilag", "ejer", DAY, LATER
)


def test_a_submitted_value_comes_back_with_what_was_decided(any_db):
    first = submissions.add(any_db, Submission(VALUE, unchanged=True))
    second = submissions.add(any_db, Submission(VALUE, replaces=first))
    assert submissions.decide(any_db, first, APPROVED)
    assert submissions.of_criteria(any_db, [CRITERION]) == (
        Submission(VALUE, unchanged=True, entry=first, decision=APPROVED),
        Submission(VALUE, replaces=first, entry=second),
    )
    assert submissions.get(any_db, second).decision is None
    assert submissions.get(any_db, 99) is None


def test_only_the_first_decision_about_a_value_is_stored(any_db):
    entry = submissions.add(any_db, Submission(VALUE))
    returned = Decision(SubmissionDecision.RETURNED, "tredje", LATER, "forkert dag")
    assert [submissions.decide(any_db, entry, each) for each in (APPROVED, returned)] == [
        True,
        False,
    ]
    assert submissions.get(any_db, entry).decision == APPROVED


def test_a_submitted_value_is_a_number(db):
    with pytest.raises(InputError):
        submissions.add(db, Submission(replace(VALUE, value=float("nan"))))


def test_an_override_comes_back_with_its_decisions_as_they_were_on_a_day(any_db):
    entry = overrides.add(any_db, OVERRIDE)
    approved = Decision(OverrideDecision.APPROVED, "anden", DAY)
    withdrawn = Decision(OverrideDecision.WITHDRAWN, "ejer", LATER, "rettet")
    assert overrides.decide(any_db, entry, 1, approved)
    assert not overrides.decide(any_db, entry, 1, withdrawn)
    assert overrides.decide(any_db, entry, 2, withdrawn)
    whole = replace(OVERRIDE, entry=entry, decisions=(approved, withdrawn))
    assert overrides.get(any_db, entry) == whole
    early = overrides.of_criteria(any_db, [CRITERION], knowledge_date=DAY)
    assert early == (replace(whole, decisions=(approved,)),)
    assert overrides.get(any_db, 99) is None


def test_the_last_lock_that_covers_a_day_counts(any_db):
    locked = PeriodLock(date(2015, 1, 1), date(2015, 12, 31), True, "tovholder", DAY, "meldt ud")
    opened = PeriodLock(date(2015, 4, 1), date(2015, 4, 30), False, "tovholder", LATER, "rettelse")
    for lock in (locked, opened):
        locks.add(any_db, lock)
    assert locks.all_locks(any_db) == (locked, opened)
    days = (date(2015, 3, 31), date(2015, 4, 1), date(2015, 12, 31), date(2016, 1, 1))
    assert [lock_of(day, (locked, opened)) for day in days] == [locked, None, locked, None]


def test_words_about_a_promise_come_newest_first_and_as_of_a_day(any_db):
    early = Explanation(CRITERION, "for få hold", "flere hold", LATER, "ejer", DAY)
    late = replace(early, why="stadig for få", by_when=None, entered_on=LATER)
    for words in (early, late):
        explanations.add(any_db, words)
    assert explanations.of_criteria(any_db, [CRITERION, "x"]) == {CRITERION: (late, early), "x": ()}
    assert explanations.of_criteria(any_db, [CRITERION], knowledge_date=DAY) == {
        CRITERION: (early,)
    }


def test_words_that_say_nothing_are_refused_by_the_database(any_db):
    row = {"criterion_id": CRITERION, "why": "", "action": "", "entered_by": "", "entered_on": DAY}
    with pytest.raises(IntegrityError), any_db.begin_nested():
        any_db.execute(insert(ExplanationRow), [row])


def test_the_newest_plan_of_a_milestone_is_in_force(any_db):
    first = MilestonePlan(CRITERION, LATER, DAY, "", "ejer")
    second = MilestonePlan(CRITERION, date(2017, 1, 1), LATER, "RR punkt 4", "ejer")
    for plan in (first, second):
        milestone_plans.add(any_db, plan)
    assert milestone_plans.newest(any_db, [CRITERION, "x"]) == {CRITERION: second}
    assert milestone_plans.newest(any_db, [CRITERION], knowledge_date=DAY) == {CRITERION: first}
    assert milestone_plans.history(any_db, [CRITERION, "x"]) == {
        CRITERION: (first, second),
        "x": (),
    }


def test_an_owner_is_as_the_newest_entry_has_it(any_db):
    for left_on in (None, DAY):
        owner = Owner("Ida Holm", "ida@region.dk", left_on)
        owners.add(any_db, owner, entered_by="tovholder", entered_on=LATER)
    assert owners.all_owners(any_db) == {"Ida Holm": Owner("Ida Holm", "ida@region.dk", DAY)}
    assert [owner.has_left(day) for day in (DAY, LATER)] == [False, True]


def test_a_proposal_is_replaced_at_its_position_and_taken_back_by_a_blank(any_db):
    for position, text, day in ((2, "to", DAY), (1, "en", DAY), (1, "", LATER)):
        proposal = CommitteeProposal("hovedstaden", 2015, position, text)
        proposals.add(any_db, proposal, entered_by="tovholder", entered_on=day)
    assert [p.text for p in proposals.of_year(any_db, "hovedstaden", 2015)] == ["to"]
    early = proposals.of_year(any_db, "hovedstaden", 2015, knowledge_date=DAY)
    assert [p.text for p in early] == ["en", "to"]
    assert proposals.of_year(any_db, "hovedstaden", 2016) == ()
