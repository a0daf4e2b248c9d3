"""A region whose released figures are known, for tests of how they are read and shown."""

from datetime import date
from math import nan

import pandas as pd

from models.access import Role, Viewer
from models.services.culture.results import ReleasedWave
from models.storage import releases, units, waves
from models.storage.asking import structures
from survey.asking import instruments
from survey.asking.organisation import Unit, join_units
from survey.asking.wave import WaveState
from survey.release.build import Release, fingerprint
from survey.release.cells import FIGURES, KEYS
from survey.release.head import ReleaseHead
from tests import builders

LEADERSHIP = Viewer("ledelse", Role.LEADERSHIP)
REGION = (
    Unit("R", None, "Regionen", "region", 200),
    Unit("A", "R", "Hospital A", "hospital", 100),
    Unit("A1", "A", "Afsnit A1", "section", 60),
    Unit("A2", "A", "Afsnit A2", "section", 8),
    Unit("B", "R", "Hospital B", "hospital", 60),
    Unit("C", "R", "Hospital C", "hospital", 40),
)
TREE = join_units(REGION)
RIK = instruments.load("rik-30")
FIGURE = {
    "n": 40, "mean": 50, "low": 48, "high": 52, "level": 3, "level_low": 3, "level_high": 3,
    "favourable": 20, "favourable_n": 40, "predicted": 50, "n_eff": 40,
}  # fmt: skip


def a_cell(unit_id, measure="index", group="", **figures):
    """One published cell; what is not said is as FIGURE, what is said to be nan is missing."""
    family = "crossing" if group else "organisation"
    keys = dict(zip(KEYS, (family, unit_id, group, measure), strict=True))
    return keys | dict.fromkeys(FIGURES, nan) | FIGURE | figures


def cells(*rows):
    """Cells as a release holds them."""
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64")
    return pd.DataFrame(list(rows), columns=[*KEYS, *FIGURES]).astype(types)


# A above the region, B not to be told from it, C hidden.
CELLS = cells(
    a_cell("R", n=120),
    a_cell("R", "TRU", n=120),
    a_cell("R", "TRU1", n=120, level=nan, level_low=nan, level_high=nan, opted_out=12),
    a_cell("A", mean=60, low=57, high=63, predicted=59, level_high=4, n=70),
    a_cell("A", "TRU", mean=40, low=37, high=43, predicted=41, level=2, level_low=2),
    a_cell("B", mean=51, predicted=51),
    a_cell("B", "TRU", mean=50),
    *(a_cell("R", f"FUN{n}", mean=nan, favourable=share) for n, share in ((1, 40), (2, 30))),
    a_cell("A", "FUN1", mean=nan, favourable=55),
    a_cell("R", "OVR1", mean=62, n=100),
    *(a_cell("R", f"OVR1={answer}", mean=nan, favourable=share)
      for answer, share in ((5, 20), (7, 25), (8, 20), (9, 12), (10, 8))),
    a_cell("R", group="2", n=50),
    a_cell("A", group="2", n=30, mean=61),
)  # fmt: skip


def reliability(*ranked, sd=19.0):
    """One row a dimension and the index; units may be ranked by those named."""
    dimensions = ("TRU", "RIS", "LED", "ANE", "KOM", "STO", "SAM", "BRU", "NYT", "index")
    columns = (
        "alpha", "alpha_low", "alpha_high", "omega", "omega_low", "omega_high", "icc1",
        "icc2_median", "f", "p", "rwg_median", "sd_total",
    )  # fmt: skip
    rows = {"dimension": pd.Series(dimensions, dtype="str"), "n": 120, "units": 4}
    rows |= dict.fromkeys(columns, 0.8)
    rows |= {"sd_within": sd, "may_rank": [dimension in ranked for dimension in dimensions]}
    return pd.DataFrame(rows)


def frame(**columns):
    """A small frame, its first column text."""
    return pd.DataFrame(
        {name: pd.Series(values, dtype="str" if name in {"dimension", "item"} else "float64")
         for name, values in columns.items()}
    )  # fmt: skip


DRIVERS = frame(
    dimension=["TRU", "RIS"], weight=[60, 40], low=[55, 35], high=[65, 45], r2=[0.5, 0.5],
    n=[300, 300],
)  # fmt: skip
NO_DRIVERS = frame(dimension=[], weight=[], low=[], high=[], r2=[], n=[])
ITEMS = frame(item=["TRU1"], dimension=["TRU"], item_rest=[0.2], alpha_if_deleted=[0.9])


def release(db, wave_id="kultur-2026", *, cell_rows=CELLS, closes_on=date(2026, 3, 9), **fields):
    """A released wave of the region with these cells; the first call puts the units too."""
    if not units.all_units(db):
        units.replace(db, REGION)
    name = wave_id.replace("-", " ").capitalize()
    values = {"id": wave_id, "name": name, "closes_on": closes_on, "state": WaveState.RELEASED}
    waves.add(db, builders.a_wave(**values))
    structures.put(db, wave_id, fields.pop("structure", REGION))
    usual = {
        "wave_id": wave_id,
        "smallest_group": 5,
        "released_on": date(2026, 3, 20),
        "cells": cell_rows,
        "published": frozenset(cell_rows.loc[cell_rows["family"] == "organisation", "unit_id"]),
        "audit": "theorem 1, 0 breaches",
        "code_version": "0.1.0",
        "hash": fingerprint(cell_rows),
        "reliability": reliability("index"),
        "items": ITEMS,
        "drivers": DRIVERS,
    }
    releases.add(db, Release(**usual | fields))


def a_release(organisation=TREE):
    """A released wave of the region as services and pages hold it; no cells."""
    head = ReleaseHead(
        "kultur-2026", 5, date(2026, 3, 20), frozenset(), "", "0.1.0", "", reliability("index"),
        ITEMS, DRIVERS,
    )  # fmt: skip
    wave = builders.a_wave(state=WaveState.RELEASED)
    return ReleasedWave(wave, head, organisation, RIK)
