"""A ward's result by hand: plain by default."""

from dataclasses import replace
from datetime import date

from models.agreed_action import AgreedAction
from models.report.own_culture.own_culture import (
    Change,
    ComparedFigures,
    OwnCulture,
    Statement,
    Topic,
)
from models.report.own_culture.talking_points import talking_points
from models.wording.movement import Movement
from survey.asking import instruments
from survey.asking.organisation import Unit
from survey.asking.participation import Coverage
from survey.release.figure import HIDDEN, Figure
from tests.builders import a_wave

INSTRUMENT = instruments.load("rik-30")
REGION = Unit("R", None, "Regionen", "region", 6500)
HOSPITAL = Unit("H", "R", "Nordsygehuset", "hospital", 1200)
WARD = Unit("W", "H", "Afsnit 3", "section", 32)
MEASURES = [d.id for d in INSTRUMENT.dimensions]


def a_cell(mean=58, half=6, **fields):
    """A published mean with its interval, of 23 people."""
    usual = {"n": 23, "mean": mean, "low": mean - half, "high": mean + half, "predicted": mean}
    level = {"level": 3, "level_low": 3, "level_high": 3}
    return Figure(**usual | level | fields)


def compared(mean=58, region=58, contrast=0, **fields):
    """The unit's mean beside the region's."""
    return ComparedFigures(
        a_cell(mean, **fields), a_cell(57, half=2), a_cell(region, half=1), contrast
    )


def an_agreed_action(what, responsible):
    """Agreed in the summer, to be done in the autumn."""
    return AgreedAction(
        "kultur", "W", date(2015, 6, 1), what, responsible, date(2015, 9, 1), "lars"
    )


def a_change(difference=8, movement=Movement.ROSE):
    """From 50, so many points up."""
    return Change(50, difference, difference - 5, difference + 5, movement)


def a_topic(number=0, mean=58, *, items=None, **fields):
    """A dimension; `items` are (own, region) means of its first statements, others are hidden."""
    dimension = INSTRUMENT.dimensions[number]
    means = items if items is not None else [(mean, 58)] * len(dimension.items)
    figures = [
        ComparedFigures(Figure(mean=own), HIDDEN, Figure(mean=whole)) for own, whole in means
    ]
    figures += [ComparedFigures()] * (len(dimension.items) - len(figures))
    statements = tuple(
        Statement(item, dimension, compare)
        for item, compare in zip(dimension.items, figures, strict=True)
    )
    usual = {"figures": compared(mean), "change": None, "detectable": 6.2, "spread": 19.0}
    return Topic(dimension=dimension, statements=statements, **usual | fields)


def an_own_culture(**fields):
    """A ward of 32 with 23 answers, everything published and like the region."""
    topics = fields.pop("topics", tuple(a_topic(number) for number in range(9)))
    usual = {
        "wave": replace(a_wave(), closes_on=date(2015, 5, 1)),
        "released_on": date(2015, 5, 8),
        "instrument": INSTRUMENT,
        "unit": WARD,
        "published_unit": WARD,
        "hospital": HOSPITAL,
        "region": REGION,
        "index": compared(),
        "gate": None,
        "staff": 32,
        "answered": 23,
        "coverage": Coverage.FULL,
        "detectable": 6.2,
        "talking_points": talking_points(topics),
    }
    return OwnCulture(topics=topics, **usual | fields)
