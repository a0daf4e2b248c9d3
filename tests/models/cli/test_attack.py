import json
from random import Random

import pytest

from models.cli.program import main
from tests.examples import examples
from tests.models.services.files.test_fuzz import content

UNITS = "unit_id,parent_id,name,kind\nr,,Regionen,region\nh,r,Nord,hospital\n"
SAFE = "family,unit_id,group,measure,n,mean,invented\norganisation,r,,TRU,30,61,demo S\n"
LEAKS = SAFE + "organisation,h,,TRU,28,60,demo S\n"


@pytest.fixture
def pejling(tmp_path, capsys):
    """Attacks a file: exit code, standard output, standard error."""

    def run(content, *words, name="udtræk.csv"):
        (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
        if content is not None:
            raw = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(raw)
        files = (str(tmp_path / name), "--units", str(tmp_path / "units.csv"))
        database = f"sqlite:///{tmp_path / 'pejling.db'}"
        code = main(["--database", database, "attack", "release", *files, *words])
        return code, *capsys.readouterr()

    return run


def test_a_file_that_gives_nothing_away_ends_with_0(pejling):
    code, out, err = pejling(SAFE)
    assert (code, json.loads(out)) == (
        0,
        {"file": "udtræk.csv", "smallest_group": 5, "checked": 1, "findings": []},
    )
    assert "færre end 5 personer" in err


@pytest.mark.measured
def test_a_file_that_gives_a_small_group_away_ends_with_1_and_names_it(pejling):
    code, out, err = pejling(LEAKS)
    finding = {"kind": "remainder", "unit_id": "r", "group": "", "measure": "TRU", "size": 2}
    assert (code, json.loads(out)["findings"]) == (1, [finding])
    assert "Antal fund: 1" in err


def test_findings_are_a_table_for_a_person(pejling):
    _, out, _ = pejling(LEAKS, "--format", "text")
    assert out.splitlines()[1].split("  ")[-1] == "2"


def test_a_figure_that_is_no_whole_number_is_told_as_it_is(pejling):
    _, out, _ = pejling(SAFE.replace("61", "97.5"))
    assert json.loads(out)["findings"][0]["size"] == 97.5


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_column_that_is_not_of_a_release_is_a_finding(pejling, form):
    code, out, err = pejling(SAFE.replace("mean", "sd"), "--format", form)
    assert (code, "sd" in out) == (1, True)
    assert "Antal fund: 1" in err


def test_whatever_a_file_holds_the_answer_is_findings_or_one_sentence(pejling, tmp_path):
    for number in range(examples(40, thorough=5_000)):
        random = Random(f"attack {number}")
        kind = random.choice(["attack", "json"])
        name = f"udtræk.{'json' if kind == 'json' else random.choice(['csv', 'xlsx'])}"
        raw = content(kind, name[-5:] if kind == "json" else name[-4:], random)
        code, out, err = pejling(raw, "--format", random.choice(["json", "text"]), name=name)
        assert code in {0, 1}
        assert out or len(err.splitlines()) == 1, (number, err)


@pytest.mark.parametrize("raw", [b"", b"\0" * 5_000, b"PK\3\4" + b"x" * 90, b"\xff" * 900])
@pytest.mark.parametrize("name", ["udtræk.csv", "udtræk.xlsx", "udtræk.json"])
def test_a_file_that_is_none_is_refused_in_one_sentence(pejling, raw, name):
    code, out, err = pejling(raw, name=name)
    assert (code, out, err.count("udtræk")) == (1, "", 1)


@pytest.mark.measured
def test_a_folder_in_the_place_of_a_file_is_refused(pejling, tmp_path):
    (tmp_path / "mappe.csv").mkdir()
    code, out, err = pejling(None, name="mappe.csv")
    assert (code, out) == (1, "")
    assert "mappe.csv kan ikke læses" in err


def test_a_larger_smallest_group_finds_more(pejling):
    assert pejling(SAFE, "--smallest-group", "40")[0] == 1


def test_a_bad_file_is_told_with_file_row_and_column(pejling):
    code, out, err = pejling(SAFE.replace("30", "mange"))
    assert (code, out) == (1, "")
    assert err.startswith("udtræk.csv, række 2, kolonne n: ")
