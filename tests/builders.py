"""One of each thing, plain by default; each field is set by its name."""

from datetime import date

from models.ideas.idea import Idea, InnovationType
from models.strategy.observation import Observation
from models.strategy.target import Direction, IndicatorKind, Target
from survey.asking.organisation import Unit, join_units
from survey.asking.response import Response
from survey.asking.wave import Wave

ANSWERS = {"ANE1": 4, "ANE2": 5, "ANE3": 2}


def a_unit(unit_id="region", **fields):
    """The region itself; with `parent_id` anything below it."""
    usual = {"parent_id": None, "name": f"Enhed {unit_id}", "kind": "region", "staff": 20}
    return Unit(unit_id, **usual | fields)


def an_organisation(*units):
    """These units; without any, a region with two departments."""
    return join_units(units or (a_unit(), _department("north"), _department("south")))


def _department(unit_id):
    return a_unit(unit_id, parent_id="region", kind="department")


def a_wave(**fields):
    """A planned and approved wave of the culture questionnaire."""
    usual = {
        "id": "foraar-2015",
        "name": "Forår 2015",
        "instrument_id": "rik-30",
        "smallest_group": 5,
        "approved_on": date(2015, 1, 15),
        "minutes": "MED 2015-01, punkt 4",
    }
    return Wave(**usual | fields)


def a_response(**fields):
    """Three answers from the northern department."""
    usual = {"wave_id": "foraar-2015", "unit_id": "north", "answers": ANSWERS}
    return Response(**usual | fields)


def a_target(**fields):
    """From 5 % at the end of 2013 to more than half at the end of 2017."""
    usual = {
        "criterion_id": "HOV-T2-C9",
        "kind": IndicatorKind.PERCENTAGE,
        "direction": Direction.INCREASE,
        "baseline": 5.0,
        "baseline_on": date(2013, 12, 31),
        "target": 50.0,
        "due": date(2017, 12, 31),
        "strict": True,
        "set_on": date(2013, 12, 31),
    }
    return Target(**usual | fields)


def an_observation(**fields):
    """24 % at the end of 2015, entered two weeks later."""
    usual = {
        "criterion_id": "HOV-T2-C9",
        "ref": date(2015, 12, 31),
        "value": 24.0,
        "recorded": date(2016, 1, 14),
    }
    return Observation(**usual | fields)


def an_idea(**fields):
    """A small idea from the northern department."""
    usual = {
        "id": "idea-1",
        "title": "Fælles vagtskifte",
        "text": "Et fast skema ved vagtskifte sparer tid.",
        "language": "da",
        "unit_id": "north",
        "innovation_type": InnovationType.EVERYDAY,
        "submitted_on": date(2015, 3, 2),
    }
    return Idea(**usual | fields)
