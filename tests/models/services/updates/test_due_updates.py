"""What an owner has to enter, what a steward sees of it, and values pasted from a spreadsheet."""

from datetime import date

import pytest

from models.access import Role, Viewer
from models.errors import InputError, Refused
from models.services import period_locks
from models.services.updates import owners, submissions
from models.services.updates.due_updates import late_owners, own_updates
from models.services.updates.pasted_values import enter_pasted, read_pasted
from models.steering.owner import Owner
from models.steering.submission import ValueStage
from models.storage.steering import observations
from models.wording import words
from tests.builders import an_observation
from tests.models.services.updates.people import BOSS, CRITERION, OWNER, STEWARD, own

TODAY, LAST, NEXT = date(2017, 2, 1), date(2015, 12, 31), date(2016, 12, 31)
OTHERS = "HOV-T2-C5"


@pytest.fixture(autouse=True)
def promise(db):
    own(db)
    observations.add_all(db, [an_observation()])


def mine(db, by=OWNER, **choice):
    updates = own_updates(db, by=by, on=TODAY, **choice)
    codes = [
        [update.standing.criterion.id for update in part]
        for part in (updates.due, updates.waiting, updates.upcoming)
    ]
    return codes, updates


def enter(db, day=NEXT, value=30.0, by=OWNER):
    return submissions.enter(
        db, an_observation(ref=day, value=value, recorded=TODAY), by=by, on=TODAY
    )


def test_an_owner_sees_what_is_due_with_its_last_value_and_the_next_day(db):
    codes, updates = mine(db)
    assert codes == [[CRITERION], [], []]
    (update,) = updates.due
    assert (update.day, update.last.ref, update.last.value) == (NEXT, LAST, 24.0)
    assert (update.lock, update.is_returned, update.owner) == (None, False, Owner("Ida Holm"))
    assert mine(db, by=BOSS)[0] == [[], [], []]


def test_a_value_waits_comes_back_with_its_reason_and_is_due_no_more_when_it_counts(db):
    entry = enter(db).entry
    assert mine(db)[0] == [[], [CRITERION], []]
    submissions.send_back(db, entry, reason="Tallet er for 2015", by=BOSS, on=TODAY)
    codes, updates = mine(db)
    assert (codes[0], updates.due[0].is_returned) == ([CRITERION], True)
    assert updates.due[0].submission.decision.reason == "Tallet er for 2015"
    submissions.approve(db, enter(db).entry, by=BOSS, on=TODAY)
    assert mine(db)[0] == [[], [], [CRITERION]]


def test_a_value_of_another_day_waits_too_and_comes_back(db):
    entry = enter(db, day=LAST, value=25.0).entry
    (waiting,) = mine(db)[1].submissions(ValueStage.ENTERED)
    assert (waiting[0].day, waiting[1].observation.ref) == (NEXT, LAST)
    submissions.send_back(db, entry, reason="Stod allerede", by=BOSS, on=TODAY)
    (returned,) = mine(db)[1].submissions(ValueStage.RETURNED)
    assert (returned[1].entry, mine(db)[1].due[0].is_returned) == (entry, False)


def test_what_was_sent_back_stands_before_what_is_longest_due(db):
    own(db, criterion_id=OTHERS)
    observations.add_all(db, [an_observation(criterion_id=OTHERS, ref=date(2014, 12, 31))])
    assert mine(db)[0][0] == [OTHERS, CRITERION]
    submissions.send_back(db, enter(db).entry, reason="Forkert", by=BOSS, on=TODAY)
    assert mine(db)[0][0] == [CRITERION, OTHERS]


def test_a_locked_day_names_its_lock(db):
    period_locks.lock_period(db, LAST, NEXT, by=STEWARD, on=TODAY)
    (update,) = mine(db)[1].due
    assert update.lock.entered_by == STEWARD.name


def test_only_a_steward_looks_as_an_owner(db):
    assert mine(db, by=STEWARD)[0] == [[], [], []]
    assert mine(db, by=STEWARD, owner="ida holm")[0][0] == [CRITERION]
    with pytest.raises(Refused):
        own_updates(db, owner="Ida Holm", by=BOSS, on=TODAY)


def late(db, name):
    """The late owner by that name; None: what nobody owns."""
    owners_late = late_owners(db, by=STEWARD, on=TODAY)
    names = {entry.owner and entry.owner.name: entry for entry in owners_late}
    return names.get(name)


def test_a_steward_sees_who_is_late_and_since_when(db):
    ida = late(db, "Ida Holm")
    assert (len(ida.due), ida.oldest, ida.last_entry) == (1, NEXT, an_observation().recorded)
    enter(db)
    ida = late(db, "Ida Holm")
    assert (ida.due, ida.oldest, ida.last_entry) == ((), None, TODAY)


def test_due_promises_of_an_owner_who_left_stand_under_nobody(db):
    assert CRITERION not in [update.standing.criterion.id for update in late(db, None).due]
    owners.set_owner(db, Owner("Ida Holm", left_on=date(2017, 1, 1)), by=STEWARD, on=TODAY)
    assert late(db, "Ida Holm") is None
    assert CRITERION in [update.standing.criterion.id for update in late(db, None).due]
    assert mine(db)[0] == [[], [], []]


def pasted(db, text, by=OWNER, **choice):
    return read_pasted(db, text, name="Det indsatte", by=by, on=TODAY, **choice)


@pytest.mark.parametrize(
    "text",
    [
        "HOV-T2-C9\t31.12.2016\t45,5",
        "HOV-T2-C9;31.12.2016;45,5\n",
        "criterion_id\tref\tvalue\nHOV-T2-C9\t2016-12-31\t45,5",
    ],
)
def test_pasted_rows_are_read_with_or_without_their_headings(db, text):
    (value,) = pasted(db, text)
    assert (value.observation.ref, value.observation.value, value.unit) == (
        NEXT,
        45.5,
        "% af afdelinger",
    )
    assert mine(db)[0][1] == []
    assert enter_pasted(db, text, name="Det indsatte", by=OWNER, on=TODAY) == 1
    assert mine(db)[0][1] == [CRITERION]


FIRST = "HOV-T2-C9\t31.12.2015\t20\n"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (" \n", "Indsæt mindst én række"),
        (FIRST + "HOV-T2-X9\t31.12.2016\t20", "Det indsatte, række 2, kolonne criterion_id"),
        (FIRST + "HOV-T2-C5\t31.12.2016\t20", "række 2, kolonne criterion_id: Løftet har ingen"),
        (FIRST + "HOV-T2-C9\t31.12.2016\t120", "række 2, kolonne value"),
        (FIRST + "HOV-T2-C9\t31.12.2016\t0,4", "række 2, kolonne value: 0,4 er under 1"),
        (FIRST + "HOV-T2-C9\ti går\t20", "række 2, kolonne ref"),
        (FIRST + "HOV-T2-C9\t31.12.2017\t20", "række 2, kolonne recorded"),
        (FIRST + FIRST, "række 2, kolonne ref: rækken handler om det samme som række 1"),
        ("criterion_id\tref\tvalue\n" + FIRST + "x\t1\t2", "række 3"),
    ],
)
def test_what_is_wrong_is_said_at_its_row(db, text, sentence):
    with pytest.raises(InputError) as problem:
        pasted(db, text)
    assert sentence in words("da").error(problem.value)


def test_a_pasted_value_below_1_may_be_meant_and_a_locked_day_is_refused(db):
    row = "HOV-T2-C9\t31.12.2016\t0,4"
    assert pasted(db, row, as_written=True)[0].observation.value == 0.4
    period_locks.lock_period(db, LAST, NEXT, by=STEWARD, on=TODAY)
    with pytest.raises(InputError, match="er låst af tovholder"):
        pasted(db, row, as_written=True)


def test_nobody_pastes_who_may_not_enter(db):
    with pytest.raises(Refused):
        pasted(db, FIRST, by=Viewer("udvalg", Role.COMMITTEE))
