"""Owners are reminded of what is due, each at most once a week, also by two runs at once."""

from datetime import date, timedelta

import pytest
from icalendar import Calendar

from models.access import Role, Viewer
from models.errors import InputError
from models.services import period_locks
from models.services.installation import mark_invented
from models.services.promises import targets
from models.services.reminders import reminders
from models.services.reminders.calendar_file import own_calendar, whole_calendar
from models.services.reminders.mail_server import Delivery
from models.services.reminders.reminders import Reminder
from models.services.updates import owners
from models.steering.owner import Owner
from models.storage.steering import observations
from models.wording import words
from tests.builders import a_target, an_observation
from tests.interleaving import between
from tests.models.services.updates.people import CRITERION, OWNER, STEWARD, lines, own

OPERATOR = Viewer("kommandolinje", Role.ADMINISTRATOR)
TODAY, NEXT, WEEK = date(2017, 2, 1), date(2016, 12, 31), timedelta(days=7)
IDA, BO = (Reminder(name, f"{name}@region.example", ()) for name in ("ida", "bo"))


def claim(db, *due, on=TODAY):
    return [reminder.name for reminder in reminders.claim(db, due, by=OPERATOR, on=on)]


def due(db):
    return reminders.due_reminders(db, by=OPERATOR, on=TODAY)


def with_a_due_promise(db, email="Ida@region.example"):
    own(db)
    observations.add_all(db, [an_observation()])
    owners.set_owner(db, Owner("Ida Holm", email), by=STEWARD, on=TODAY)


def test_an_address_gets_one_mail_in_seven_days_however_it_is_written(any_db):
    assert claim(any_db, IDA, BO) == ["bo", "ida"]
    shouted = Reminder("ida", "IDA@Region.example", ())
    assert claim(any_db, shouted, on=TODAY + WEEK - timedelta(days=1)) == []
    assert claim(any_db, shouted, on=TODAY - WEEK) == []
    assert claim(any_db, shouted, on=TODAY + WEEK) == ["ida"]
    assert claim(any_db, Reminder("uden", "", ())) == []


def test_two_runs_at_once_send_one_mail(any_engine, any_url):
    def run(db):
        return claim(db, IDA, BO)

    outcomes = between(any_url, run, run, after="INSERT INTO marks")
    assert sorted(outcomes, key=len) == [[], ["bo", "ida"]]


def test_who_got_no_mail_may_get_one_in_the_next_run_and_the_others_leave_a_line(any_db):
    with_a_due_promise(any_db)
    (ida,) = due(any_db)
    four = tuple(Reminder(f"{n}", f"{n}@x.example", ida.updates) for n in range(4))
    claimed = reminders.claim(any_db, four, by=OPERATOR, on=TODAY)
    outcomes = reminders.send_all(claimed, lambda reminder: list(Delivery)[int(reminder.name)])
    assert outcomes == (
        Delivery.SENT, Delivery.REFUSED, Delivery.UNREACHABLE, Delivery.UNREACHABLE,
    )  # fmt: skip
    reminders.settle(any_db, claimed, outcomes, by=OPERATOR, on=TODAY)
    assert claim(any_db, *four) == ["1", "2", "3"]
    assert [line[3] for line in lines(any_db, action="remind")] == ['{"criteria":["HOV-T2-C9"]}']


def test_owners_of_one_address_get_one_mail_and_who_has_none_is_listed(db):
    with_a_due_promise(db)
    targets.set_target(db, a_target(criterion_id="HOV-T2-C5", owner="Bo"), by=STEWARD, on=TODAY)
    owners.set_owner(db, Owner("Bo", "IDA@region.example"), by=STEWARD, on=TODAY)
    ((name, updates),) = [(reminder.name, reminder.updates) for reminder in due(db)]
    assert (name, len(updates)) == ("Bo", 2)
    owners.set_owner(db, Owner("Bo", "ida@hamø.example"), by=STEWARD, on=TODAY)
    assert [(reminder.name, bool(reminder.address)) for reminder in due(db)] == [
        ("Bo", False), ("Ida Holm", True),
    ]  # fmt: skip


def test_a_mail_names_what_is_due_and_no_figure(db):
    with_a_due_promise(db)
    (ida,) = due(db)
    for language in ("da", "sv", "en"):
        mail = ida.digest(words(language), page="https://pejling.example/my_updates")
        assert CRITERION in mail.text
        assert "24" not in mail.text


def test_nobody_is_reminded_of_a_locked_period_or_of_invented_data(db):
    with_a_due_promise(db)
    period_locks.lock_period(db, NEXT, NEXT, by=STEWARD, on=TODAY)
    assert due(db) == ()
    mark_invented(db, "demo S", by=OPERATOR)
    with pytest.raises(InputError, match="opdigtede"):
        claim(db, IDA)


def events(content):
    return [
        (str(event["uid"]), event.decoded("dtstart"), str(event["summary"]))
        for event in Calendar.from_ical(content).walk("VEVENT")
    ]


def test_a_calendar_has_a_whole_day_for_each_next_value_with_a_key_that_stays(db):
    with_a_due_promise(db)
    first = own_calendar(db, words("da"), by=OWNER, on=TODAY)
    assert events(first) == events(own_calendar(db, words("da"), by=OWNER, on=NEXT))
    ((key, day, summary),) = events(first)
    assert (key, day) == (f"{CRITERION}-2016-12-31@pejling", NEXT)
    assert summary.startswith("Ny værdi: ")
    assert b"URL" not in first
    whole = whole_calendar(db, words("da"), address="https://x.example", by=OPERATOR, on=TODAY)
    assert (key, day, summary) in events(whole)
    assert b"URL:https://x.example" in whole
    assert b"opdigtede" not in first.lower()
    mark_invented(db, "demo S", by=OPERATOR)
    assert b"Opdigtede data (demo S)" in own_calendar(db, words("da"), by=OWNER, on=TODAY)
