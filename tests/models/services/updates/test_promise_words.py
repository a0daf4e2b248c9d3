"""Owners' words and plans, owners who leave, and what a year asks of the committee."""

from datetime import date

import pytest

from models.errors import InputError
from models.services.updates import explanations, milestone_plans, owners, ownership
from models.services.updates.ownership import NotOwner
from models.services.year import proposals
from models.steering.explanation import Explanation
from models.steering.owner import Owner
from tests.models.services.updates.people import (
    BOSS,
    CRITERION,
    DAY,
    LATER,
    OTHER,
    OWNER,
    STEWARD,
    lines,
    own,
)

DUE = date(2017, 12, 31)


def test_an_owners_words_are_dated_and_stay_readable(db):
    own(db)
    for why, day in ((" for få hold ", DAY), ("stadig for få", LATER)):
        words = Explanation(CRITERION, why, "flere hold", DUE)
        explanations.explain(db, words, by=OWNER, on=day)
    (newest, oldest) = explanations.explanations(db, [CRITERION], by=BOSS)[CRITERION]
    assert (oldest.why, oldest.entered_by, oldest.entered_on) == ("for få hold", "Ida Holm", DAY)
    assert newest.entered_on == LATER
    assert lines(db)[0][2:4] == (
        '{"action":"flere hold","by_when":"2017-12-31","why":"for få hold"}',
        '{"action":"flere hold","by_when":"2017-12-31","why":"stadig for få"}',
    )
    with pytest.raises(NotOwner):
        explanations.explain(db, newest, by=OTHER, on=LATER)
    for why, field in (("", "why"), ("x" * 2001, "why")):
        with pytest.raises(InputError) as refused:
            explanations.explain(db, Explanation(CRITERION, why), by=OWNER, on=LATER)
        assert refused.value.values["field"] == field


def test_a_plan_is_confirmed_freely_and_moved_by_a_decision(db):
    own(db)
    milestone_plans.plan(db, CRITERION, DUE, by=OWNER, on=DAY)
    later = date(2018, 3, 1)
    with pytest.raises(InputError, match="beslutning"):
        milestone_plans.plan(db, CRITERION, later, by=OWNER, on=LATER)
    milestone_plans.plan(db, CRITERION, later, decision="RR punkt 4", by=OWNER, on=LATER)
    milestone_plans.plan(db, CRITERION, later, by=STEWARD, on=LATER)
    plans = milestone_plans.plans(db, [CRITERION], by=BOSS)[CRITERION]
    assert [(plan.planned, plan.decision) for plan in plans] == [
        (DUE, ""),
        (later, "RR punkt 4"),
        (later, ""),
    ]
    assert lines(db)[1][2:] == (
        '{"confirmed_on":"2016-01-14","planned":"2017-12-31"}',
        '{"confirmed_on":"2016-02-01","planned":"2018-03-01"}',
        "RR punkt 4",
    )


def test_a_plan_without_a_date_to_hold_it_against_needs_no_decision(db):
    own(db, due=None, target=None, baseline=None, baseline_on=None)
    assert milestone_plans.plan(db, CRITERION, DUE, by=OWNER, on=DAY).planned == DUE


def test_the_promises_of_who_has_left_are_without_an_owner(db):
    own(db)
    assert ownership.without_owner(db, [CRITERION], on=DAY) == ()
    gone = Owner("Ida Holm", "", date(2016, 1, 1))
    owners.set_owner(db, gone, by=STEWARD, on=DAY)
    assert owners.set_owner(db, gone, by=STEWARD, on=DAY) == gone
    assert ownership.without_owner(db, [CRITERION], on=DAY) == (CRITERION,)
    with pytest.raises(NotOwner):
        ownership.require_owner(db, CRITERION, OWNER, on=DAY)
    assert owners.all_owners(db, by=STEWARD) == (gone,)
    assert [line[0] for line in lines(db)] == ["set_owner", "set_target"]


def test_an_owner_has_a_name_and_an_address_that_can_be_written_to(db):
    for owner, field in ((Owner(" "), "name"), (Owner("Ida", "ida@"), "email")):
        with pytest.raises(InputError) as refused:
            owners.set_owner(db, owner, by=STEWARD, on=DAY)
        assert refused.value.values["field"] == field


def test_a_year_asks_the_committee_for_what_the_steward_wrote(db):
    year = {"strategy_id": "hovedstaden", "year": 2015}
    for position, text in ((1, "flere hold"), (2, "en ny frist"), (1, "flere hold"), (2, "")):
        proposals.put_proposal(db, position=position, text=text, by=STEWARD, on=DAY, **year)
    assert [p.text for p in proposals.proposals_of(db, by=BOSS, **year)] == ["flere hold"]
    assert [line[2:4] for line in lines(db)] == [
        ('{"position":2,"text":"en ny frist"}', None),
        (None, '{"position":2,"text":"en ny frist"}'),
        (None, '{"position":1,"text":"flere hold"}'),
    ]
    for position, text in ((0, "x"), (10, "x"), (1, "x" * 501)):
        with pytest.raises(InputError):
            proposals.put_proposal(db, position=position, text=text, by=STEWARD, on=DAY, **year)
