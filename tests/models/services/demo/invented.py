"""A small invented region, made in memory, for tests of what is invented."""

from datetime import date

from numpy.random import default_rng

from models.access import Role, Viewer
from models.services.demo import tree
from survey.asking import instruments
from survey.asking.organisation import join_units

TODAY = date(2026, 11, 22)
BOSS = Viewer("drift", Role.ADMINISTRATOR)
SMALL = tree.Shape(hospitals=2, departments=4, sections=12, staff=400)
RIK = instruments.load("rik-30")


def some_units(seed=1, shape=SMALL):
    return tree.invented_units(shape, default_rng(seed))


REGION = join_units(some_units())
