"""Invented regions to measure on, each in a database file of its own."""

from datetime import date
from pathlib import Path

from numpy.random import default_rng

from models.access import Role, Viewer
from models.services.demo import region
from models.services.demo.region import SHAPES
from models.services.demo.steps import Steps
from models.services.demo.survey import ask
from models.services.demo.tree import invented_units
from models.services.demo.truth import SECOND
from models.services.opening import opened
from models.storage import units
from survey.asking.organisation import join_units

ADMINISTRATOR = Viewer("måling", Role.ADMINISTRATOR)
TODAY = date(2026, 11, 22)
SEED = 1


def with_a_closed_wave(folder: Path, size: region.Size) -> str:
    """The address of a region where everybody has answered and nothing is released."""
    url, shape = f"sqlite:///{folder / size}-closed.db", SHAPES[size]
    tree = invented_units(shape, default_rng([SEED, 0]))
    with opened(url) as db:
        units.replace(db, tree)
        options = {"seed": SEED, "shape": shape, "on": TODAY, "by": ADMINISTRATOR}
        ask(db, join_units(tree), SECOND, steps=Steps(None, of=0), **options)
    return url


def with_two_releases(folder: Path, size: region.Size) -> str:
    """The address of a whole invented region."""
    url = f"sqlite:///{folder / 'pejling.db'}"
    with opened(url) as db:
        region.make_region(db, size, seed=SEED, on=TODAY, by=ADMINISTRATOR)
    return url
