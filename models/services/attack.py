"""Attacking a release in the file somebody downloaded, with nothing else at hand but the tree."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from models.errors import InputError
from models.services import columns, comma_files, sheets, workbooks
from models.services.cells import Cell, Line
from models.services.columns import Column, Columns
from models.wording import N_
from survey.disclosure import attack
from survey.disclosure.attack import Finding
from survey.errors import SurveyError
from survey.unit import Unit, organisation

REQUIRED = ("unit_id", "measure", "n")
TEXTS = ("family", "unit_id", "group", "measure")
COUNTS = ("n", "favourable_n")
OPTIONAL = ("family", "group", "favourable_n", *attack.PERCENTAGES)
LEAST_GROUP = 2


@dataclass(frozen=True)
class Attack:
    """What was tried on a file. checked: its cells. findings: empty when it gives nothing away."""

    file: str
    smallest_group: int
    checked: int
    findings: tuple[Finding, ...]


def attack_release(path: Path, units: Path, *, smallest_group: int) -> Attack:
    """Try everything that a file allows who holds it, see survey.disclosure.attack.

    path: CSV, XLSX or the JSON of an export, {"cells": [...]}, with unit_id, measure and n; columns
    that are not of a release are not looked at. units: CSV or XLSX with unit_id and parent_id.
    Raises InputError naming file, row and column.
    """
    if smallest_group < LEAST_GROUP:
        raise InputError(
            "Den mindste gruppe er {given}, men en gruppe er mindst {least}.",
            given=smallest_group,
            least=LEAST_GROUP,
        )
    parents = _parents(units)
    cells = _cells(path)
    found = attack.attack(cells, parents, k=smallest_group)
    return Attack(path.name, smallest_group, len(cells), found)


def _parents(path: Path) -> dict[str, str | None]:
    """Unit -> the unit above it, of a file that holds one tree."""
    sheet = sheets.read(path, ("unit_id", "parent_id"), _others(path))
    units = sheet.each(lambda row: (row.text("unit_id"), row.raw("parent_id") or None))
    sheet.refuse_repeated([unit_id for unit_id, _ in units], "unit_id")
    try:
        tree = organisation(Unit(unit_id, above, "", "") for unit_id, above in units)
    except SurveyError as problem:
        raise InputError("{file}: {problem}", file=path.name, problem=problem) from None
    return {unit.id: unit.parent_id for unit in tree.units}


def _others(path: Path) -> tuple[str, ...]:
    """What the columns of row 1 are called; nothing of an empty file, which whoever reads it tells.

    Knowing them all is how columns that are not of a release are let pass.
    """
    content = sheets.content_of(path)
    rows: Iterator[Sequence[Cell]]
    if content.startswith(b"PK"):
        rows = iter(workbooks.table(content, path.name))
    else:
        rows, _ = comma_files.rows(content, path.name, (*REQUIRED, *OPTIONAL))
    return tuple(str(cell).strip().lower() for cell in next(rows, []))


def _cells(path: Path) -> pd.DataFrame:
    if path.suffix.lower() == ".json":
        sheet = _of_json(path)
    else:
        others = (name for name in _others(path) if name not in REQUIRED)
        sheet = columns.read(path, REQUIRED, tuple(dict.fromkeys((*OPTIONAL, *others))))
    known = {name: of for name, of in sheet.columns.items() if name in (*REQUIRED, *OPTIONAL)}
    return pd.DataFrame(replace(sheet, columns=known).built(_built))


def _built(line: Line, name: str) -> str | float:
    if name in {"unit_id", "measure"}:
        return line.text(name)
    if name in TEXTS:
        return line.raw(name)
    # Figures of a release are whole: a comma or a point in one has nothing but noughts behind it.
    sign = "," if "," in str(line.cells[name]) else "."
    figure = replace(line, sign=sign).number_or_none(name)
    if figure is None:
        return math.nan
    if name in COUNTS and (figure < 0 or not figure.is_integer()):
        raise line.fault(
            name,
            N_(
                "{file}, række {row}, kolonne {column}: {value} er ikke et antal. "
                "Skriv et helt tal fra 0 og op. Rækker med fejl: {faults}."
            ),
            value=figure,
        )
    return figure


def _of_json(path: Path) -> Columns:
    """The cells of an export as JSON; a row is the cell's number, the first being 1."""
    try:
        document = json.loads(sheets.content_of(path))
    except ValueError as fault:
        raise InputError(
            "{file}, række {row}: filen er ikke JSON. Hent den igen.",
            file=path.name,
            row=getattr(fault, "lineno", 1),
        ) from None
    cells = document.get("cells") if isinstance(document, dict) else None
    if not isinstance(cells, list) or not all(isinstance(one, dict) for one in cells):
        raise InputError(
            "{file}: filen har ingen liste „cells“ med et tal i hver. Brug en fil, som Pejling har "
            "skrevet.",
            file=path.name,
        )
    held = {name for cell in cells for name in cell}
    header = [*REQUIRED, *(name for name in OPTIONAL if name in held)]
    places = np.arange(1, len(cells) + 1)
    return Columns(path.name, places, {name: _column(cells, name) for name in header}, ())


def _column(cells: Sequence[Mapping[str, Any]], name: str) -> Column:
    codes: dict[Cell, int] = {}
    each = [codes.setdefault(_cell(cell.get(name)), len(codes)) for cell in cells]
    return Column(tuple(codes), np.array(each, dtype=np.int32))


def _cell(value: object) -> Cell:
    """A value of JSON as a cell of a sheet; what no sheet can hold as the text that it is."""
    if value is None:
        return ""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return float(value)
    return str(value)
