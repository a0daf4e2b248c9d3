"""A small region with a wave in it, for tests of what happens to answers."""

from datetime import date

from models.access import Role, Viewer
from models.services.waves import answering, lifecycle
from models.storage import units
from survey.asking import instruments
from survey.asking.organisation import Unit

STEWARD = Viewer("tovholder", Role.STEWARD)
DEPARTMENT = Viewer("afdeling", Role.DEPARTMENT, "A1")
INSTRUMENT = instruments.load("rik-30")
APPROVED, OPENED, TODAY, CLOSED, RELEASED = (date(2026, 3, day) for day in (1, 2, 5, 9, 10))
REGION = (
    Unit("R", None, "Regionen", "region", 60),
    Unit("A", "R", "Afdeling A", "department", 30),
    Unit("A1", "A", "Afsnit A1", "section", 14),
    Unit("A2", "A", "Afsnit A2", "section", 3),
    Unit("B", "R", "Afdeling B", "department", None),
)


def a_wave(db, name="Kultur 2026", **more):
    units.replace(db, REGION)
    usual = {"instrument_id": "rik-30", "smallest_group": 5, "by": STEWARD}
    approval = {"approved_on": APPROVED, "minutes": "MED 3/2026"}
    return lifecycle.create(db, name, **(usual | approval | more))


def an_open_wave(db):
    wave = a_wave(db)
    return wave, lifecycle.open_wave(db, wave.id, by=STEWARD, on=OPENED)


def answered(value=4):
    """Every scored item answered alike, 5 being the best whichever way the item is put."""
    return {item.id: 6 - value if item.reverse else value for item in INSTRUMENT.items}


def send(db, wave, unit_id, *, times=1, value=4, start=0):
    """So many respondents of a unit, all of one mind."""
    submissions = [
        answering.Submission(unit_id, f"{unit_id} {start + n}", answered(value))
        for n in range(times)
    ]
    return answering.submit_all(db, wave.id, submissions, on=TODAY)


def a_closed_wave(db, **respondents):
    """A closed wave with so many respondents from each unit, A1=8 being eight from A1."""
    wave, _ = an_open_wave(db)
    for unit_id, times in respondents.items():
        send(db, wave, unit_id, times=times)
    return lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
