"""An owner's value counts when another person has approved it, and not before."""

from dataclasses import replace
from datetime import date

import pytest

from models.access import Role, Viewer
from models.errors import InputError
from models.services import period_locks
from models.services.period_locks import PeriodLocked
from models.services.promises import observations
from models.services.updates import owners, submissions
from models.services.updates.ownership import NotOwner
from models.services.updates.submissions import AlreadyDecided, OwnValue
from models.steering.owner import Owner
from models.steering.submission import ValueStage
from models.strategy.target import IndicatorKind
from tests.builders import an_observation
from tests.models.services.updates.people import (
    BOSS,
    CRITERION,
    DAY,
    END_OF_2015,
    LATER,
    OTHER,
    OWNER,
    STEWARD,
    lines,
    own,
)


@pytest.fixture(autouse=True)
def promise(db):
    return own(db)


def enter(db, value=24.0, by=OWNER, **fields):
    return submissions.enter(db, an_observation(value=value, **fields), by=by, on=DAY)


def values(db):
    return [
        (record.value, record.recorded, record.entered_by, record.approved_by)
        for record in observations.of(db, CRITERION, by=STEWARD)
    ]


def test_a_value_counts_from_the_day_another_person_approves_it(db):
    entry = enter(db).entry
    assert values(db) == []
    assert [each.entry for each in submissions.pending(db, by=BOSS)] == [entry]
    submissions.approve(db, entry, by=BOSS, on=LATER)
    assert values(db) == [(24.0, LATER, "Ida Holm", "vicedirektør")]
    assert submissions.pending(db, by=BOSS) == ()
    assert lines(db)[:2] == [
        (
            "approve_value", "vicedirektør", None,
            '{"approved_by":"vicedirektør","criterion_id":"HOV-T2-C9","entered_by":"Ida Holm",'
            '"recorded":"2016-02-01","ref":"2015-12-31","series":"A","value":24.0}', "",
        ),
        ("enter_value", "Ida Holm", None, '{"ref":"2015-12-31","series":"A","value":24.0}', ""),
    ]  # fmt: skip


def test_nobody_approves_or_sends_back_their_own_value(db):
    entry = enter(db, by=STEWARD).entry
    same = Viewer(" TOVHOLDER ", Role.LEADERSHIP)
    with pytest.raises(OwnValue):
        submissions.approve(db, entry, by=same, on=LATER)
    with pytest.raises(OwnValue):
        submissions.send_back(db, entry, reason="forkert", by=same, on=LATER)


def test_a_value_sent_back_carries_its_reason_and_is_entered_again(db):
    entry = enter(db).entry
    with pytest.raises(InputError, match="hvorfor"):
        submissions.send_back(db, entry, reason=" ", by=BOSS, on=LATER)
    submissions.send_back(db, entry, reason="det er et andet år", by=BOSS, on=LATER)
    (returned,) = submissions.submitted(db, [CRITERION], by=OWNER)
    assert (returned.stage, returned.decision.reason) == (
        ValueStage.RETURNED, "det er et andet år",
    )  # fmt: skip
    assert lines(db)[0][0::4] == ("return_value", "det er et andet år")
    with pytest.raises(AlreadyDecided, match="vicedirektør"):
        submissions.approve(db, entry, by=STEWARD, on=LATER)
    again = enter(db, 26.0)
    assert again.replaces == entry
    assert lines(db)[0][2] == '{"ref":"2015-12-31","series":"A","value":24.0}'
    assert [each.observation.value for each in submissions.pending(db, by=BOSS)] == [26.0]


def test_a_newer_value_of_the_same_day_takes_the_place_of_one_that_waits(db):
    first, second = enter(db), enter(db, 25.0)
    assert [each.entry for each in submissions.pending(db, by=BOSS)] == [second.entry]
    with pytest.raises(AlreadyDecided, match="nyere"):
        submissions.approve(db, first.entry, by=BOSS, on=LATER)
    submissions.approve(db, second.entry, by=BOSS, on=LATER)
    assert enter(db, 27.0).replaces is None
    with pytest.raises(InputError, match="findes ikke"):
        submissions.approve(db, 99, by=BOSS, on=LATER)


def test_whoever_comes_second_is_told_who_came_first(db, monkeypatch):
    entry = enter(db).entry
    submissions.send_back(db, entry, reason="forkert", by=BOSS, on=LATER)
    # As two units of work see it that both read before either has decided.
    as_read = [replace(enter(db), entry=entry), submissions.submissions.get(db, entry)]
    monkeypatch.setattr(submissions.submissions, "get", lambda _db, _entry: as_read.pop(0))
    monkeypatch.setattr(submissions, "waiting", lambda all_values: (*all_values, as_first))
    as_first = as_read[0]
    with pytest.raises(AlreadyDecided, match="vicedirektør"):
        submissions.send_back(db, entry, reason="igen", by=STEWARD, on=LATER)


def test_an_unchanged_value_is_confirmed_for_another_day_and_approved_like_any(db):
    with pytest.raises(InputError, match="ikke målt"):
        submissions.confirm_unchanged(db, CRITERION, END_OF_2015, by=OWNER, on=DAY)
    observations.record(db, an_observation(ref=date(2015, 6, 30), k=24, n=100), by=STEWARD)
    same = submissions.confirm_unchanged(db, CRITERION, END_OF_2015, by=OWNER, on=DAY)
    assert (same.unchanged, same.observation.value, same.observation.k) == (True, 24.0, None)
    assert '"unchanged":true' in lines(db)[0][3]
    submissions.approve(db, same.entry, by=BOSS, on=LATER)
    assert len(values(db)) == 2


def test_only_the_owner_and_a_steward_enter_a_value(db):
    with pytest.raises(NotOwner, match="Ida Holm"):
        enter(db, by=OTHER)
    owners.set_owner(db, Owner("Ida Holm", "ida@region.dk"), by=STEWARD, on=DAY)
    assert enter(db, by=replace(OWNER, name="IDA@region.dk")).entry
    owners.set_owner(db, Owner("Ida Holm", "ida@region.dk", END_OF_2015), by=STEWARD, on=DAY)
    with pytest.raises(NotOwner, match="ingen ejer"):
        enter(db)
    with pytest.raises(InputError, match="findes ikke"):
        enter(db, criterion_id="nix")


def test_what_is_probably_a_fraction_is_asked_about(db):
    with pytest.raises(InputError):
        enter(db, 0.24)
    value = an_observation(value=0.24)
    assert submissions.enter(db, value, by=OWNER, on=DAY, as_written=True).observation == replace(
        value, recorded=DAY, entered_by="Ida Holm"
    )


def test_a_locked_period_is_written_to_by_nobody(db, tmp_path):
    entry = enter(db).entry
    year = date(2015, 1, 1), END_OF_2015
    period_locks.lock_period(db, *year, reason="meldt ud", by=STEWARD, on=DAY)
    file = tmp_path / "observations.csv"
    file.write_text(f"criterion_id,ref,value\n{CRITERION},2015-12-31,25\n", encoding="utf-8")
    writing = (
        lambda: enter(db),
        lambda: submissions.approve(db, entry, by=BOSS, on=LATER),
        lambda: observations.record(db, an_observation(), by=STEWARD),
        lambda: observations.import_observations(db, file, by=STEWARD, on=DAY),
    )
    for write in writing:
        with pytest.raises(PeriodLocked) as refused:
            write()
        assert refused.value.values == {
            "first": year[0], "last": year[1], "who": "tovholder", "day": DAY,
        }  # fmt: skip
    assert observations.record(db, an_observation(ref=date(2016, 1, 1)), by=STEWARD)
    with pytest.raises(InputError, match="hvorfor"):
        period_locks.unlock_period(db, *year, reason="", by=STEWARD, on=LATER)
    period_locks.unlock_period(db, *year, reason="rettelse", by=STEWARD, on=LATER)
    assert observations.record(db, an_observation(), by=STEWARD)
    assert [line[0::4] for line in lines(db, subject="periods")] == [
        ("unlock_period", "rettelse"),
        ("lock_period", "meldt ud"),
    ]
    assert [lock.locked for lock in period_locks.all_locks(db, by=BOSS)] == [True, False]


def test_a_period_ends_after_it_begins(db):
    with pytest.raises(InputError, match="sidste"):
        period_locks.lock_period(db, LATER, DAY, by=STEWARD, on=DAY)


ADDRESS = "ida@region.dk"
SPELLINGS = ("IDA HOLM", "Ida\xa0Holm", "Ida  Holm", "Ida\u200b Holm", "Id\u0430 Holm", " ", "")


def test_nobody_agrees_with_themselves_under_another_spelling_or_by_their_address(db):
    owners.set_owner(db, Owner("Ida Holm", ADDRESS.upper()), by=STEWARD, on=DAY)
    entry = enter(db).entry
    for name in (*SPELLINGS, ADDRESS):
        again = Viewer(name, Role.LEADERSHIP)
        with pytest.raises(OwnValue):
            submissions.approve(db, entry, by=again, on=LATER)
    submissions.approve(db, entry, by=BOSS, on=LATER)


def test_a_right_is_of_the_same_name_and_not_of_one_that_looks_alike(db):
    own(db, tolerance=1.0)
    enter(db, by=Viewer("ida  holm\u200b", Role.DEPARTMENT))
    with pytest.raises(NotOwner):
        enter(db, by=Viewer("Id\u0430 Holm", Role.DEPARTMENT))


def test_an_owner_who_has_left_has_left_under_every_spelling(db):
    owners.set_owner(db, Owner("IDA  HOLM", left_on=END_OF_2015), by=STEWARD, on=DAY)
    with pytest.raises(NotOwner, match="ingen ejer"):
        enter(db)


def test_a_day_that_has_not_come_has_no_value(db):
    enter_and_count(db)
    ahead = date(2030, 1, 1)
    with pytest.raises(InputError, match="indtastet"):
        enter(db, ref=ahead, recorded=ahead)
    with pytest.raises(InputError, match="indtastet"):
        submissions.confirm_unchanged(db, CRITERION, ahead, by=OWNER, on=DAY)


def test_a_value_is_not_approved_for_a_target_that_has_become_of_another_kind(db):
    entry = enter(db).entry
    done = {"kind": IndicatorKind.MILESTONE, "baseline": 0.0, "target": 1.0}
    own(db, **done)
    with pytest.raises(InputError, match="skalaen"):
        submissions.approve(db, entry, by=BOSS, on=LATER)


def enter_and_count(db):
    submissions.approve(db, enter(db).entry, by=BOSS, on=LATER)
