import json
import re
import shutil

import pytest

from models.cli.program import main
from models.cli.upkeep import PROGRESS_EVERY, _progress
from models.storage.engine import connect
from models.wording import words
from tests.models.storage.migrating import content

UNITS = "unit_id,parent_id,name,kind,staff\nregion,,Regionen,region,40\n"


@pytest.fixture
def pejling(tmp_path, capsys):
    """Runs a command: exit code, standard output, standard error."""

    def run(*command):
        return main([*map(str, command)]), *capsys.readouterr()

    return run


@pytest.fixture
def url(pejling, tmp_path):
    """A database with one unit and an open wave."""
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    pejling("--database", url, "import", "units", tmp_path / "units.csv")
    pejling("--database", url, "wave", "create", "Forår", "--approved-on", "2015-01-15",
            "--minutes", "MED 4")  # fmt: skip
    pejling("--database", url, "wave", "open", "Forår")
    return url


def test_a_backup_says_what_it_has_and_what_it_lacks(pejling, url, tmp_path):
    code, out, notes = pejling("backup", tmp_path / "b", "--database", url)
    document = json.loads(out)
    assert code == 0
    assert document["waves"] == [
        {"wave": "forår", "name": "Forår", "state": "open", "responses": 0}
    ]
    assert document["rows"]["units"] == 1
    assert "planlagte 0, åbne 1, lukkede 0, frigivne 0." in notes
    start = document["begun_at"].replace("T", " ")
    assert f"Forår var åben: kopien har alle svar, der var takket for før {start}, 0 i" in notes
    assert "også dens hemmelighed" in notes


def test_a_backup_is_restored_into_an_empty_database_or_one_that_may_be_replaced(
    pejling, url, tmp_path
):
    pejling("--database", url, "backup", tmp_path / "b")
    other = f"sqlite:///{tmp_path / 'other.db'}"
    code, out, notes = pejling("restore", tmp_path / "b", "--database", other, "--format", "text")
    assert (code, out.split()) == (0, ["Forår", "open", "0"])
    assert "er lagt tilbage. Rækker: 9, udgave: " in notes
    assert content(other) == content(url)
    code, _, refusal = pejling("restore", tmp_path / "b", "--database", other)
    assert (code, "Skriv --replace" in refusal) == (1, True)
    assert pejling("restore", tmp_path / "b", "--database", other, "--replace")[0] == 0


def test_the_configured_database_is_backed_up(pejling, url, tmp_path, monkeypatch):
    monkeypatch.setenv("PEJLING_DATABASE_URL", url)
    assert pejling("backup", tmp_path / "b")[0] == 0


def test_a_backup_with_single_answers_says_how_to_look_after_it(pejling, demo_database, tmp_path):
    copy = shutil.copy(demo_database, tmp_path / "copy.db")
    code, out, notes = pejling("backup", tmp_path / "b", "--database", f"sqlite:///{copy}")
    assert (code, json.loads(out)["invented"]) == (0, "demo S")
    assert "enkelte svar og mærker for brugte nøgler" in notes
    assert "Opdigtede data" in notes


def test_an_empty_installation_has_nothing_to_guard_and_no_faults(pejling, tmp_path):
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    pejling("--database", url, "migrate")
    code, out, notes = pejling("backup", tmp_path / "b", "--database", url)
    assert (code, json.loads(out)["waves"], len(notes.splitlines())) == (0, [], 2)
    assert pejling("check", "--database", url)[0] == 0


def test_a_check_has_a_line_for_each_thing_it_tried(pejling, url):
    code, out, note = pejling("check", "--database", url, "--format", "text")
    assert (code, len(out.splitlines())) == (0, 14)
    assert re.fullmatch(
        r"Alt er i orden\nSporets nyeste linje er 3:[0-9a-f]{64}\. Skriv den ned .*\n", note
    )
    assert all(line.endswith("i orden") for line in out.splitlines())


def test_a_check_names_the_lines_of_the_trace_that_differ(pejling, url):
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE trace SET who = 'en anden' WHERE entry = 3")
    engine.dispose()
    code, out, _ = pejling("check", "--database", url, "--format", "text")
    assert (code, out.splitlines()[-1].split("  ")[-1].strip()) == (1, "fejl: 1, linje 3")
    _, out, _ = pejling("check", "--database", url)
    assert json.loads(out)["checks"][-1]["lines"] == [3]


def test_a_check_that_finds_a_fault_ends_with_one(pejling, url):
    engine = connect(url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE waves SET instrument_id = 'x'")
        connection.exec_driver_sql("DROP INDEX ix_observations_criterion_id")
    engine.dispose()
    code, out, note = pejling("check", "--database", url, "--format", "text")
    assert (code, note) == (1, "Der er fejl: se linjerne\n")
    lines = [line.split("  ")[-1].strip() for line in out.splitlines()]
    assert lines == ["i orden", "i orden", "fejl: 1", *["kan ikke læses"] * 11]
    _, out, _ = pejling("check", "--database", url)
    assert json.loads(out)["checks"][2:4] == [
        {"check": "tables", "faults": 1},
        {"check": "values", "faults": None},
    ]


def test_a_large_table_says_now_and_then_how_far_it_has_come(capsys):
    progress = _progress(words("da"))
    for done in range(0, 2 * PROGRESS_EVERY + 1, PROGRESS_EVERY // 4):
        progress(done, 2 * PROGRESS_EVERY, "responses")
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "0 af 200.000 rækker: responses"
    assert len(lines) == 3
