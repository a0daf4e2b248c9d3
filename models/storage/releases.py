"""Results as they were published: kept once, never computed again."""

import json
from typing import Any

import pandas as pd
from sqlalchemy import select

from models.errors import SteeringError
from models.storage import Db
from models.storage.canonical import canonical
from models.storage.keeping import add_once
from models.storage.tables import ReleaseRow
from survey.release import Release


class AlreadyReleased(SteeringError):
    """A wave was to be released a second time."""


def add(db: Db, release: Release) -> None:
    """Keep a release; raises AlreadyReleased when the wave has one."""
    values = {
        "wave_id": release.wave_id,
        "smallest_group": release.smallest_group,
        "cells": _text(release.cells),
        "published": canonical(sorted(release.published)),
        "audit": release.audit,
        "code_version": release.code_version,
        "hash": release.hash,
    }
    if not add_once(db, ReleaseRow, values):
        raise AlreadyReleased(
            "Målingen {wave} er allerede frigivet. Et frigivet resultat ændres ikke.",
            wave=release.wave_id,
        )


def get(db: Db, wave_id: str) -> Release | None:
    """The release of a wave, as it was published."""
    row = db.get(ReleaseRow, wave_id)
    return None if row is None else _release(row)


def all_releases(db: Db) -> tuple[Release, ...]:
    """Every release, by the id of its wave."""
    rows = db.scalars(select(ReleaseRow))
    return tuple(_release(row) for row in sorted(rows, key=lambda row: row.wave_id))


def _release(row: ReleaseRow) -> Release:
    return Release(
        wave_id=row.wave_id,
        smallest_group=row.smallest_group,
        cells=_cells(row.cells),
        published=frozenset(json.loads(row.published)),
        audit=row.audit,
        code_version=row.code_version,
        hash=row.hash,
    )


def _text(cells: pd.DataFrame) -> str:
    """Columns in their order, each with its type and its values; missing is null."""
    return canonical(
        [
            {"name": name, "type": str(column.dtype), "values": _values(column)}
            for name, column in cells.items()
        ]
    )


def _values(column: pd.Series) -> list[Any]:
    return [
        None if missing else value
        for value, missing in zip(column.tolist(), column.isna(), strict=True)
    ]


def _cells(text: str) -> pd.DataFrame:
    columns = json.loads(text)
    return pd.DataFrame(
        {column["name"]: pd.Series(column["values"], dtype=column["type"]) for column in columns}
    )
