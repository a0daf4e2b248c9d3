"""Releases: stored once, never changed or computed again, read a few cells at a time."""

import json
from collections.abc import Collection, Iterator
from itertools import repeat
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import ColumnElement, Row, func, select

from models.storage import Db
from models.storage.sql import frames
from models.storage.sql.any_of import any_of
from models.storage.sql.bulk import add_rows
from models.storage.sql.canonical_json import canonical
from models.storage.sql.upsert import add_once
from models.storage.tables.results import CellRow, ReleaseRow
from survey.release.build import Release
from survey.release.cells import FAMILY, FIGURES, KEYS
from survey.release.head import ReleaseHead

_COLUMN = {"group": "respondent_group"}
_COLUMNS = tuple(CellRow.__table__.c[_COLUMN.get(name, name)] for name in (*KEYS, *FIGURES))
_NAMES = ("wave_id", *(column.name for column in _COLUMNS))
_KEY_COLUMNS = tuple(CellRow.__table__.c[_COLUMN.get(name, name)] for name in KEYS)
# Cells in memory as Python objects at a time.
_BATCH = 20_000


def add(db: Db, release: Release) -> bool:
    """Add a release; return False, and add nothing, when the wave has one."""
    values = {
        "wave_id": release.wave_id,
        "smallest_group": release.smallest_group,
        "released_on": release.released_on,
        "published": canonical(sorted(release.published)),
        "audit": release.audit,
        "code_version": release.code_version,
        "hash": release.hash,
        "reliability": frames.text(release.reliability),
        "items": frames.text(release.items),
        "drivers": frames.text(release.drivers),
    }
    if not add_once(db, ReleaseRow, values):
        return False
    for start in range(0, len(release.cells), _BATCH):
        some = release.cells.iloc[start : start + _BATCH]
        add_rows(db, CellRow, _NAMES, _rows(release.wave_id, some))
    return True


def _rows(wave_id: str, cells: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    figures = cells[list(FIGURES)].to_numpy(float)
    # As objects, so that NaN can become the None that both drivers write as NULL.
    values = figures.astype(object)
    values[np.isnan(figures)] = None
    columns = [*(cells[name].tolist() for name in KEYS), *values.T.tolist()]
    return zip(repeat(wave_id, len(cells)), *columns, strict=True)


def get(db: Db, wave_id: str) -> Release | None:
    """Return the release of a wave with every cell, for a file: too much for a page."""
    of_wave = head(db, wave_id)
    if of_wave is None:
        return None
    return Release(cells=cells(db, wave_id, family=None), **vars(of_wave))


def head(db: Db, wave_id: str) -> ReleaseHead | None:
    """Return the release of a wave without its cells; None when there is none."""
    row = db.get(ReleaseRow, wave_id)
    return None if row is None else _head(row)


def heads(db: Db) -> tuple[ReleaseHead, ...]:
    """Return every release without its cells, by the id of its wave."""
    rows = db.scalars(select(ReleaseRow))
    return tuple(_head(row) for row in sorted(rows, key=lambda row: row.wave_id))


def _head(row: ReleaseRow) -> ReleaseHead:
    return ReleaseHead(
        wave_id=row.wave_id,
        smallest_group=row.smallest_group,
        released_on=row.released_on,
        published=frozenset(json.loads(row.published)),
        audit=row.audit,
        code_version=row.code_version,
        hash=row.hash,
        reliability=frames.frame(row.reliability),
        items=frames.frame(row.items),
        drivers=frames.frame(row.drivers),
    )


def cells(
    db: Db,
    wave_id: str,
    *,
    family: str | None = FAMILY,
    units: Collection[str] | None = None,
    measures: Collection[str] | None = None,
) -> pd.DataFrame:
    """Return cells × KEYS and FIGURES of a wave, in the order of KEYS; NaN is "not published".

    family: one of the two; None: both. units, measures: only these; None: all. A wave that is not
    released has an empty frame.
    """
    query = select(*_COLUMNS).where(*_of(wave_id, family), *any_of(db, CellRow.unit_id, units))
    query = query.where(*any_of(db, CellRow.measure, measures)).order_by(*_KEY_COLUMNS)
    parts = [_frame(rows) for rows in db.execute(query).partitions(_BATCH)]
    return pd.concat(parts, ignore_index=True) if parts else _frame([])


def _of(wave_id: str, family: str | None) -> tuple[ColumnElement[bool], ...]:
    of_wave = CellRow.wave_id == wave_id
    return (of_wave,) if family is None else (of_wave, CellRow.family == family)


def _frame(rows: Collection[Row[Any]]) -> pd.DataFrame:
    # Column by column, so that each gets its own type; zip of no rows gives no columns at all.
    columns = list(zip(*rows, strict=True)) or [()] * len(_COLUMNS)
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64")
    return pd.DataFrame(
        {
            name: pd.Series(values, dtype=kind)
            for (name, kind), values in zip(types.items(), columns, strict=True)
        }
    )


def levels(
    db: Db,
    wave_id: str,
    *,
    measures: Collection[str] | None = None,
    units: Collection[str] | None = None,
) -> dict[str, dict[tuple[int, int] | None, int]]:
    """Measure -> (lowest, highest level) -> the number of units there; None: without a level.

    measures, units: only these; None is all. A measure without a cell is absent.
    """
    measure, lowest, highest = CellRow.measure, CellRow.level_low, CellRow.level_high
    query = (
        select(measure, lowest, highest, func.count())
        .where(*_of(wave_id, FAMILY))
        .where(*any_of(db, measure, measures))
        .where(*any_of(db, CellRow.unit_id, units))
        .group_by(measure, lowest, highest)
        .order_by(measure, lowest, highest)
    )
    counts: dict[str, dict[tuple[int, int] | None, int]] = {}
    for name, low, high, number in db.execute(query):
        span = None if low is None or high is None else (int(low), int(high))
        counts.setdefault(name, {})[span] = number
    return counts
