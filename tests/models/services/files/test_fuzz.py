"""Whatever a file holds, it is taken or refused with an error of ours, never half written."""

from io import BytesIO
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from sqlalchemy import text

from models.services import ideas, questionnaires, units
from models.services.promises import observations, targets
from models.services.release.attack import attack_release
from models.services.waves import answer_import
from models.strategy.paper import load
from survey.errors import SpokenError
from tests.examples import examples
from tests.models.services.survey_builders import CLOSED, STEWARD, a_wave

ROOT = Path(__file__).parents[4]
FILES = {
    "units": "unit_id,parent_id,name,kind,staff\nregion,,R,region,40\nnord,region,N,unit,20\n",
    "targets": "criterion_id,target,due,baseline,baseline_on\n"
    "HOV-T2-C9,50,2017-12-31,5,2013-12-31\n",
    "observations": "criterion_id;ref;value;recorded\nHOV-T2-C9;2015-12-31;24,5;2016-03-10\n",
    "ideas": "idea_id,title,text,submitted_on\ni1,Fælles vagt,Et skema sparer tid,2015-03-02\n",
    "answers": "unit_id,group,TRU1,TRU2\nregion,1,4,2\nregion,,0,\n",
    "attack": "unit_id,measure,n,mean,group,favourable_n,n_eff\n"
    "region,TRU,30,55,,12,28.5\nnord,TRU,12,40,,3,11\n",
    "json": '{"smallest_group": 5, "cells": [{"unit_id": "nord", "measure": "TRU", "n": 12}]}',
    "instrument": (ROOT / "survey/instruments/rik-30.yaml").read_text(encoding="utf-8"),
    "strategy": (ROOT / "models/strategy/strategies/vastmanland.yaml").read_text(encoding="utf-8"),
}
WORKBOOKS = ("units", "targets", "observations", "ideas", "answers", "attack")
NASTY = [
    *(
        "",
        " ",
        '"',
        '""',
        ",",
        ";",
        "\t",
        "\n",
        "\r\n",
        "\0",
        "=1+1",
        "-",
        "+1",
        "@x",
        "nan",
        "inf",
    ),
    *("-inf", "1e400", "1e-400", "9" * 400, "9" * 5_000, "-1", "99999999999999999999"),
    *("1.234", "1,5", "0x10", "٣", "²", "𝟗", "æ" * 1_000, "\u2028", "\ufeff", "\ud800", "\udfff"),
    *("2024-02-30", "0000-00-00", "9999-12-31", "31.12.2015", "true", "null", "[]", "{}"),
    *("[" * 2_000, '{"a":' * 2_000, "&a *a", "!!set {}", "- " * 200, "'", "%", "{file}", "{0}"),
    *("\\", "\\ud800", "<b>", "&#0;", "x" * 70_000),
]
FAR_ROWS = (1, 0, 9_999, 2_000_000)


@pytest.fixture
def fuzzed(db, tmp_path):
    """fuzzed(random) -> the kind of a made-up file, after it was taken or refused."""
    wave = a_wave(db, closed_on=CLOSED)
    tree = tmp_path / "tree.csv"
    tree.write_text(FILES["units"], encoding="utf-8")
    takers = {
        "units": lambda path: units.import_units(db, path, by=STEWARD),
        "targets": lambda path: targets.import_targets(db, path, by=STEWARD, on=CLOSED),
        "observations": lambda path: observations.import_observations(
            db, path, by=STEWARD, on=CLOSED
        ),
        "ideas": lambda path: ideas.import_ideas(db, path, by=STEWARD, on=CLOSED),
        "answers": lambda path: answer_import.import_answers(db, wave.id, path, by=STEWARD),
        "attack": lambda path: attack_release(path, tree, smallest_group=5),
        "json": lambda path: attack_release(path, tree, smallest_group=5),
        "instrument": lambda path: questionnaires.import_instrument(
            db, path, by=STEWARD, on=CLOSED
        ),
        "strategy": load.read,
    }

    def take(random):
        kind = random.choice(list(FILES))
        path = tmp_path / f"file.{ending(kind, random)}"
        path.write_bytes(content(kind, path.suffix, random))
        before, savepoint = changes(db), db.begin_nested()
        try:
            takers[kind](path)
            db.flush()
        except SpokenError as refusal:
            assert changes(db) == before, "something was written of a refused file"
            str(refusal).encode()
        savepoint.rollback()
        return kind

    return take


def changes(db):
    return db.scalar(text("SELECT total_changes()"))


def ending(kind, random):
    if kind in WORKBOOKS:
        return random.choice(["csv", "csv", "xlsx"])
    return "json" if kind == "json" else "yaml"


def content(kind, suffix, random):
    """The bytes of a file of this kind, with one to four faults in it."""
    faults = random.randint(1, 4)
    if suffix == ".xlsx":
        return workbook([line.split(",") for line in FILES[kind].splitlines()], faults, random)
    text = FILES[kind]
    for _ in range(faults):
        text = with_fault(text, random)
    return with_broken_bytes(text.encode("utf-8", "surrogatepass"), random)


def with_fault(text, random):
    place, nasty = random.randrange(len(text) + 1), random.choice(NASTY)
    match random.randrange(6):
        case 0:
            return text[:place] + nasty + text[place:]
        case 1:
            return text[:place] + text[place + random.randrange(30) :]
        case 2:
            lines = text.splitlines(keepends=True) or [""]
            return "".join([*lines, random.choice(lines) * random.choice([1, 1, 50])])
        case 3:
            parts = text.split(",")
            parts[random.randrange(len(parts))] = nasty
            return ",".join(parts)
        case 4:
            parts = text.split()
            return text.replace(random.choice(parts), nasty, 1) if parts else nasty
        case _:
            return text.replace(random.choice(',;\n:-[{"'), nasty[:3], random.choice([1, -1]))


def with_broken_bytes(raw, random):
    if random.randrange(5):
        return raw
    place = random.randrange(len(raw) + 1)
    return raw[:place] + random.randbytes(random.randrange(4)) + raw[place + random.randrange(9) :]


def workbook(rows, faults, random):
    for _ in range(faults):
        row = random.choice(rows)
        row[random.randrange(len(row))] = random.choice(NASTY)
        if random.randrange(4) == 0:
            rows.insert(random.randrange(len(rows) + 1), list(random.choice(rows)))
    places = [random.choice([place] * 20 + [*FAR_ROWS]) for place in range(1, len(rows) + 1)]
    lines = "".join(
        f'<row r="{place}">{cells(row, random)}</row>'
        for place, row in zip(places, rows, strict=True)
    )
    plain, packed = BytesIO(), BytesIO()
    Workbook().save(plain)
    with ZipFile(plain) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, sheet(lines) if name.endswith("sheet1.xml") else old.read(name))
    return with_broken_bytes(packed.getvalue(), random)


def sheet(lines):
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    markup = f'<worksheet xmlns="{space}"><sheetData>{lines}</sheetData></worksheet>'
    return markup.encode("utf-8", "surrogatepass")


def cells(row, random):
    markup = ""
    for cell in row:
        kind = random.choice(["inlineStr"] * 8 + ["n", "b", "e", "d", "str", "s", "f"])
        if kind == "inlineStr":
            markup += f'<c t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
        else:
            formula = "<f>1+1</f>" if kind == "f" else ""
            markup += f'<c t="{kind if kind != "f" else "n"}">{formula}<v>{escape(cell)}</v></c>'
    return markup


@pytest.mark.parametrize("part", range(5))
def test_a_file_is_taken_or_refused_and_never_half_written(fuzzed, part):
    count = examples(100, thorough=2_000)
    kinds = {fuzzed(Random(f"{part} {number}")) for number in range(count)}
    assert kinds == set(FILES)
