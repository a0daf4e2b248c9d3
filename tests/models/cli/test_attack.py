import json

import pytest

from models.cli.program import main

UNITS = "unit_id,parent_id,name,kind\nr,,Regionen,region\nh,r,Nord,hospital\n"
SAFE = "family,unit_id,group,measure,n,mean,invented\norganisation,r,,TRU,30,61,demo S\n"
LEAKS = SAFE + "organisation,h,,TRU,28,60,demo S\n"


@pytest.fixture
def pejling(tmp_path, capsys):
    """Attacks a file: exit code, standard output, standard error."""

    def run(text, *words):
        (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
        (tmp_path / "udtræk.csv").write_text(text, encoding="utf-8")
        files = (str(tmp_path / "udtræk.csv"), "--units", str(tmp_path / "units.csv"))
        database = f"sqlite:///{tmp_path / 'pejling.db'}"
        code = main(["--database", database, "attack", "release", *files, *words])
        return code, *capsys.readouterr()

    return run


def test_a_file_that_gives_nothing_away_ends_with_0(pejling):
    code, out, told = pejling(SAFE)
    assert (code, json.loads(out)) == (
        0,
        {"file": "udtræk.csv", "smallest_group": 5, "checked": 1, "findings": []},
    )
    assert "færre end 5 personer" in told


def test_a_file_that_gives_a_small_group_away_ends_with_1_and_names_it(pejling):
    code, out, told = pejling(LEAKS)
    found = {"kind": "remainder", "unit_id": "r", "group": "", "measure": "TRU", "size": 2}
    assert (code, json.loads(out)["findings"]) == (1, [found])
    assert "1 fund" in told


def test_findings_are_a_table_for_a_person(pejling):
    _, out, _ = pejling(LEAKS, "--format", "text")
    assert out.splitlines()[1].split("  ")[-1] == "2"


def test_a_figure_that_is_no_whole_number_is_told_as_it_is(pejling):
    _, out, _ = pejling(SAFE.replace("61", "97.5"))
    assert json.loads(out)["findings"][0]["size"] == 97.5


def test_a_larger_smallest_group_finds_more(pejling):
    assert pejling(SAFE, "--smallest-group", "40")[0] == 1


def test_a_bad_file_is_told_with_file_row_and_column(pejling):
    code, out, told = pejling(SAFE.replace("30", "mange"))
    assert (code, out) == (1, "")
    assert told.startswith("udtræk.csv, række 2, kolonne n: ")
