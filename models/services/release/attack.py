"""Attacking a released file: only the file itself and the tree of units are used."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from models.errors import InputError
from models.services.files import columns, json_file, sheets
from models.services.files.columns import Column, Columns
from models.services.files.limits import MOST_ROWS, bounded, require_text
from models.services.files.row import Cell, FileRow
from models.services.files.upload import content_of
from models.wording import N_
from survey.asking.organisation import Unit, join_units
from survey.disclosure.attacking.attack import attack
from survey.disclosure.attacking.file_checks import FIGURES, INVENTED, KEYS, foreign
from survey.disclosure.attacking.finding import Finding
from survey.errors import SurveyError
from survey.plain_text import plain

REQUIRED = ("unit_id", "measure", "n")
COUNTS = ("n", "favourable_n")
OPTIONAL = tuple(name for name in (*KEYS, *FIGURES) if name not in REQUIRED)
# What the JSON of an export says beside its cells.
DOCUMENT = (INVENTED, "wave", "smallest_group", "released_on", "hash", "cells")
LEAST_GROUP = 2


@dataclass(frozen=True)
class Attack:
    """The outcome of an attack. checked: number of cells. findings: empty when the file is safe.

    smallest_group: the size attacked for, the larger of the one asked for and that of the file.
    says_it: whether the file has one.
    """

    file: str
    smallest_group: int
    says_it: bool
    checked: int
    findings: tuple[Finding, ...]


def attack_release(path: Path, units: Path, *, smallest_group: int) -> Attack:
    """Attack a file, see survey.disclosure.attacking.attack.

    path: CSV, XLSX or the JSON of an export, {"cells": [...]}, with unit_id, measure and n; a
    column or key that is not of a release is a finding, its values unread.
    units: CSV or XLSX with unit_id and parent_id.
    smallest_group: the wave's; that of the JSON is used when it is larger. Raises InputError
    naming file, row and column.
    """
    if smallest_group < LEAST_GROUP:
        raise InputError(
            "Den mindste gruppe er {given}, men en gruppe er mindst {least}.",
            given=smallest_group,
            least=LEAST_GROUP,
        )
    parents = _parents(units)
    document = _document(path) if path.suffix.lower() == ".json" else {}
    sheet = (
        _of_json(path, document)
        if document
        else columns.read(path, REQUIRED, OPTIONAL, foreign=True)
    )
    of_file = _smallest_group(path, document)
    k = max(smallest_group, of_file or smallest_group)
    cells = _cells(sheet)
    findings = (*foreign(document, DOCUMENT), *attack(cells, parents, k=k))
    return Attack(path.name, k, of_file is not None, len(cells), findings)


def _parents(path: Path) -> dict[str, str | None]:
    """Return unit id -> id of the unit above it, of a file with one tree."""
    sheet = sheets.read(path, ("unit_id", "parent_id"), foreign=True)
    units = sheet.each(lambda row: (row.text("unit_id"), row.raw("parent_id") or None))
    sheet.refuse_repeated([unit_id for unit_id, _ in units], "unit_id")
    try:
        tree = join_units(Unit(unit_id, above, "", "") for unit_id, above in units)
    except SurveyError as problem:
        raise InputError("{file}: {problem}", file=path.name, problem=problem) from None
    return {unit.id: unit.parent_id for unit in tree.units}


def _cells(sheet: Columns) -> pd.DataFrame:
    """Return one row a cell; a column that is not of a release comes as a name without values."""
    ours = {
        name: column for name, column in sheet.columns.items() if name in (*REQUIRED, *OPTIONAL)
    }
    cells = pd.DataFrame(replace(sheet, columns=ours).built(_built))
    return cells.reindex(columns=[*cells, *(name for name in sheet.columns if name not in ours)])


def _built(row: FileRow, name: str) -> str | float:
    if name in {"unit_id", "measure"}:
        return row.text(name)
    if name in KEYS:
        return row.raw(name)
    # Figures of a release are whole: a comma or a point in one has nothing but noughts behind it.
    sign = "," if "," in str(row.cells[name]) else "."
    figure = replace(row, sign=sign).number_or_none(name)
    if figure is None:
        return math.nan
    if name in COUNTS and (figure < 0 or not figure.is_integer()):
        raise row.fault(
            name,
            N_(
                "{file}, række {row}, kolonne {column}: {value} er ikke et antal. "
                "Skriv et helt tal fra 0 og op. Rækker med fejl: {faults}."
            ),
            value=figure,
        )
    return figure


def _document(path: Path) -> dict[str, Any]:
    """Return an export as JSON with its `cells` as a list of cells; raises InputError."""
    document: Any = json_file.document(content_of(path), path.name)
    cells = document.get("cells") if isinstance(document, dict) else None
    if (
        not isinstance(document, dict)
        or not isinstance(cells, list)
        or not all(isinstance(cell, dict) for cell in cells)
    ):
        raise InputError(
            "{file}: filen har ingen liste ”cells” med et tal i hver. Brug en fil, som Pejling "
            "har skrevet.",
            file=path.name,
        )
    return document


def _smallest_group(path: Path, document: Mapping[str, Any]) -> int | None:
    """Return the smallest group of a document; None where it has none; raises InputError."""
    number = document.get("smallest_group")
    if number is None or type(number) is int:
        return number
    raise InputError(
        "{file}: ”smallest_group” er ikke et helt tal. Brug en fil, som Pejling har skrevet.",
        file=path.name,
    )


def _of_json(path: Path, document: Mapping[str, Any]) -> Columns:
    """Return the cells of an export as columns; a row is numbered from 1."""
    cells = document["cells"]
    names = dict.fromkeys((*REQUIRED, *(name for cell in cells for name in cell)))
    # The names stand for row 1 of a sheet; the cells are looked at as they are read.
    for _ in bounded(path.name, [tuple(names)] * min(len(cells) + 1, MOST_ROWS + 1)):
        pass
    places = np.arange(1, len(cells) + 1)
    return Columns(path.name, places, {name: _column(path, cells, name) for name in names}, ())


def _column(path: Path, cells: Sequence[Mapping[str, Any]], name: str) -> Column:
    codes: dict[Cell, int] = {}
    # setdefault gives a new cell the next number, and a cell that came before its own.
    cell_codes = [
        codes.setdefault(_cell(path, place, name, cell.get(name)), len(codes))
        for place, cell in enumerate(cells, start=1)
    ]
    return Column(tuple(codes), np.array(cell_codes, dtype=np.int32))


def _cell(path: Path, place: int, name: str, value: object) -> Cell:
    """Return a value of JSON as a cell of a sheet; a list or dict as its brackets alone."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    require_text(path.name, place, name, value)
    return plain(str(value))
