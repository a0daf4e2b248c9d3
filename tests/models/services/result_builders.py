"""A released wave by hand: the figures a test needs, without anybody having answered."""

from datetime import date

import pandas as pd

from models.storage import releases, units, waves
from models.storage.asking import structures
from survey.asking import instruments
from survey.asking.wave import Wave, WaveState
from survey.release.build import Release
from survey.release.cells import FAMILY, FIGURES, KEYS
from tests.models.services.survey_builders import REGION

INSTRUMENT = instruments.load("rik-30")
DIMENSIONS = [dimension.id for dimension in INSTRUMENT.dimensions]
ITEMS = [item.id for item in INSTRUMENT.items]
SPREAD = 19.0


def a_released_wave(db, wave_id="kultur", *, year=2026, tree=REGION, more=None, **means):
    """`means` is one mean for all of a unit's measures; `more` is (unit, measure) -> figures."""
    day = date(year, 3, 9)
    units.replace(db, tree)
    waves.add(db, Wave(wave_id, f"Kultur {year}", "rik-30", state=WaveState.RELEASED,
                       opens_on=day, closes_on=day))  # fmt: skip
    structures.put(db, wave_id, tree)
    cells = _cells(means, more or {})
    releases.add(db, Release(
        wave_id=wave_id, smallest_group=5, released_on=day, cells=cells,
        published=frozenset(cells["unit_id"]), audit="", code_version="source", hash=wave_id,
        reliability=_reliability(), items=pd.DataFrame({"item": []}),
        drivers=pd.DataFrame({"dimension": []}),
    ))  # fmt: skip
    return wave_id


def _cells(means, more):
    rows = [
        {"unit_id": unit_id, "measure": measure} | _figures(measure, mean)
        | more.get((unit_id, measure), {})
        for unit_id, mean in means.items()
        for measure in (*DIMENSIONS, "index", *ITEMS)
    ]  # fmt: skip
    cells = pd.DataFrame(rows, columns=[*KEYS, *FIGURES]).assign(family=FAMILY, group="")
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64")
    return cells.astype(types).dropna(subset=["mean"])


def _figures(measure, mean):
    figures = {"n": 12, "mean": mean, "n_eff": 12}
    if measure in ITEMS:
        return figures
    return figures | {"low": mean - 4, "high": mean + 4, "predicted": mean, "level": 3,
                      "level_low": 3, "level_high": 3}  # fmt: skip


def _reliability():
    names = [*DIMENSIONS, "index"]
    spreads = {"sd_within": SPREAD, "sd_total": SPREAD}
    return pd.DataFrame({"dimension": names, "n": 120, "alpha": 0.8, **spreads, "may_rank": True})
