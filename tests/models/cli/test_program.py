import json
import runpy
import sys
from datetime import date

import pytest

from models.cli.answer import today
from models.cli.program import main
from models.secret import is_weak
from models.services.demo.region import SHAPES, Size
from models.services.demo.tree import Shape
from models.services.opening import opened
from models.storage import marks
from tests.questionnaires import OWN

UNITS = "unit_id,parent_id,name,kind,staff\nregion,,Regionen,region,40\nnord,region,Nord,unit,20\n"
TARGETS = "criterion_id,target,due,baseline,baseline_on\nHOV-T2-C9,50,2017-12-31,5,2013-12-31\n"
OBSERVATIONS = "criterion_id;ref;value;recorded\nHOV-T2-C9;2015-12-31;24,5;2016-03-10\n"
IDEAS = "idea_id,title,text,submitted_on\ni1,Fælles vagt,Et skema sparer tid,2015-03-02\n"
ANSWERS = "unit_id,group,TRU1\nnord,Læge,4\nnord,,0\n"
STATUS = ("status", "--strategy", "hovedstaden", "--as-of", "2016-12-31")


@pytest.fixture
def pejling(tmp_path, capsys):
    """Runs a command on a database of its own: exit code, standard output, standard error."""

    def run(*words):
        code = main(["--database", f"sqlite:///{tmp_path / 'pejling.db'}", *map(str, words)])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def file(tmp_path):
    def write(name, text):
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


@pytest.fixture
def wave(pejling, file):
    pejling("import", "units", file("units.csv", UNITS))
    pejling("wave", "create", "Forår 2015", "--instrument", "rik-30", "--smallest-group", "5",
            "--approved-on", "2015-01-15", "--minutes", "MED 4")  # fmt: skip
    return "Forår 2015"


@pytest.fixture
def answered(pejling, file):
    pejling("import", "units", file("units.csv", UNITS))
    reply = pejling("wave", "create", "Andetsteds 2015", "--approved-on", "2015-01-15",
                   "--minutes", "MED 4", "--closed")  # fmt: skip
    assert result(reply)["state"] == "closed"
    return "Andetsteds 2015"


def test_a_secret_is_made_without_a_database(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEJLING_DATABASE_URL")
    assert main(["secret", "--format", "text"]) == 0
    assert not is_weak(capsys.readouterr().out)
    assert list(tmp_path.iterdir()) == []


def result(answer):
    code, out, _ = answer
    assert code == 0
    return json.loads(out)


def test_an_own_questionnaire_comes_in_and_goes_out_again(pejling, file, tmp_path):
    assert result(pejling("import", "instrument", file("egen.yaml", OWN)))["added"] == 9
    code, _, err = pejling("import", "instrument", file("b.yaml", OWN.replace("points: 4", "")))
    assert (code, err.splitlines()[1]) == (1, "linje 19, scales 1, points: feltet mangler.")
    out = tmp_path / "ud.yaml"
    assert pejling("export", "instrument", "egen-3", "--out", out)[0] == 0
    assert out.read_text(encoding="utf-8") == OWN


def test_migrating_makes_the_database(pejling):
    code, _, err = pejling("migrate")
    assert (code, err) == (0, "Databasen er ført ajour\n")


@pytest.mark.parametrize(
    ("kind", "text", "rows"),
    [("units", UNITS, 2), ("targets", TARGETS, 1), ("observations", OBSERVATIONS, 1),
     ("ideas", IDEAS, 1)],
)  # fmt: skip
def test_the_same_file_twice_changes_nothing_and_says_so(pejling, file, kind, text, rows):
    path = file("file.csv", text)
    assert result(pejling("import", kind, path))["added"] == rows
    code, out, err = pejling("import", kind, path)
    assert (code, json.loads(out)["unchanged"]) == (0, rows)
    assert f"file.csv: intet er ændret. Rækker, der fandtes allerede: {rows}." in err


def test_a_trial_says_what_would_change_and_changes_nothing(pejling, file):
    path = file("units.csv", UNITS)
    _, _, err = pejling("import", "units", path, "--dry-run")
    assert "prøvet uden at skrive noget. Nye: 2," in err
    assert result(pejling("import", "units", path))["added"] == 2


def test_what_was_noticed_about_a_file_is_told(pejling, file):
    _, out, err = pejling("import", "observations", file("o.csv", OBSERVATIONS))
    assert "Tallene er læst med decimalkomma" in err
    assert "Tallene er læst med decimalkomma" in json.loads(out)["notes"]


def test_a_broken_rule_ends_with_one_and_one_message_and_nothing_written(pejling, file):
    path = file("o.csv", OBSERVATIONS + "HOV-T2-C9;2015-02-30;1;\n")
    code, out, err = pejling("import", "observations", path)
    assert (code, out) == (1, "")
    assert err.startswith("o.csv, række 3, kolonne ref: Datoen 2015-02-30 findes ikke")
    path.write_text(OBSERVATIONS, encoding="utf-8")
    assert result(pejling("import", "observations", path))["added"] == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("import",),
        ("status", "--strategy", "hovedstaden", "--as-of", "2016-02-30"),
        ("status", "--strategy", "hovedstaden", "--as-of", "2016-12-31", "--rule", "R0"),
        ("report", "--strategy", "hovedstaden", "--year", "snart"),
        ("demo", "--size", "XXL"),
        ("migrate", "--database", "pejling.db"),
    ],
)
def test_wrong_usage_ends_with_two(pejling, words):
    with pytest.raises(SystemExit) as end:
        pejling(*words)
    assert end.value.code == 2


def test_help_is_there_for_everybody(pejling, capsys):
    with pytest.raises(SystemExit) as end:
        pejling("import", "targets", "--help")
    assert end.value.code == 0
    assert "--dry-run" in capsys.readouterr().out


def test_a_status_is_one_document(pejling, file):
    pejling("import", "targets", file("t.csv", TARGETS))
    pejling("import", "observations", file("o.csv", OBSERVATIONS))
    document = result(pejling(*STATUS, "--format", "json"))
    (agents,) = [row for row in document["criteria"] if row["criterion_id"] == "HOV-T2-C9"]
    assert (agents["status"], agents["value"], agents["ref"]) == ("at_risk", 24.5, "2015-12-31")


def test_a_status_knows_what_was_known(pejling, file):
    pejling("import", "targets", file("t.csv", TARGETS))
    pejling("import", "observations", file("o.csv", OBSERVATIONS))
    document = result(pejling(*STATUS, "--known", "2016-03-09"))
    (agents,) = [row for row in document["criteria"] if row["criterion_id"] == "HOV-T2-C9"]
    assert (agents["status"], agents["reason"]) == ("no_data", "no_measurement")


def test_a_status_for_people_is_a_table(pejling):
    _, out, err = pejling(*STATUS, "--format", "text")
    assert out.splitlines()[0].split() == [
        "Kriterium",
        "Status",
        "Værdi",
        "Forventet",
        "Begrundelse",
    ]
    assert len(out.splitlines()) == 66
    assert "Uden mål: 43." in err


def test_a_result_can_go_to_a_file(pejling, tmp_path):
    code, out, _ = pejling(*STATUS, "--out", tmp_path / "status.json")
    assert (code, out) == (0, "")
    assert json.loads((tmp_path / "status.json").read_text())["strategy"] == "hovedstaden"


@pytest.mark.parametrize("place", ["", "none/status.json"])
def test_a_place_that_cannot_be_written_is_refused_before_anything_is_done(
    pejling, tmp_path, place
):
    code, _, err = pejling(*STATUS, "--out", tmp_path / place)
    assert (code, "kan ikke skrives" in err) == (1, True)


def test_an_unknown_strategy_is_named(pejling):
    code, _, err = pejling("status", "--strategy", "hov", "--as-of", "2016-12-31")
    assert (code, "Strategien ”hov” findes ikke" in err) == (1, True)


def test_the_database_may_be_named_after_the_command(tmp_path, capsys):
    url = f"sqlite:///{tmp_path / 'other.db'}"
    assert main(["wave", "list", "--database", url]) == 0
    assert (tmp_path / "other.db").exists()
    assert json.loads(capsys.readouterr().out) == []


def test_without_a_name_the_configured_database_is_used(tmp_path, monkeypatch):
    monkeypatch.setenv("PEJLING_DATABASE_URL", f"sqlite:///{tmp_path / 'configured.db'}")
    assert main(["migrate"]) == 0
    assert (tmp_path / "configured.db").exists()


def test_the_year_is_written_as_a_file(pejling, tmp_path):
    code, out, err = pejling("report", "--strategy", "hovedstaden", "--year", "2016",
                              "--known", "2017-03-01", "--out", tmp_path / "paper")  # fmt: skip
    assert (code, out) == (0, "")
    assert "hovedstaden-2016.html" in err
    assert "<html" in (tmp_path / "paper" / "hovedstaden-2016.html").read_text()


def test_a_paper_without_a_place_to_lie_is_refused(pejling, file):
    words = ("report", "--strategy", "hovedstaden", "--year", "2016", "--out", file("paper", ""))
    code, _, err = pejling(*words)
    assert (code, err) == (1, "Mappen paper kan der ikke skrives i.\n")


def test_ideas_are_grouped(pejling, file):
    pejling("import", "ideas", file("ideas.csv", IDEAS))
    document = result(pejling("themes", "--strategy", "hovedstaden"))
    assert sum(theme["size"] for theme in document["themes"]) == 1
    assert document["assignments"][0]["idea_id"] == "i1"


def test_a_wave_is_planned_and_listed(pejling, wave):
    (listed,) = result(pejling("wave", "list"))
    assert (listed["name"], listed["state"], listed["approved_on"], listed["closes_on"]) == (
        wave, "draft", "2015-01-15", None,
    )  # fmt: skip


def test_an_open_wave_gives_each_unit_its_link(pejling, wave):
    document = result(pejling("wave", "open", wave))
    assert [link["unit_id"] for link in document["links"]] == ["region", "nord"]
    assert all(link["path"].startswith("/svar/") for link in document["links"])


def test_a_closed_wave_is_released_once(pejling, wave):
    pejling("wave", "open", wave)
    assert result(pejling("wave", "close", wave))["state"] == "closed"
    assert result(pejling("release", wave))["published"] == []
    code, _, err = pejling("release", wave)
    assert (code, "allerede frigivet" in err) == (1, True)


def test_answers_from_elsewhere_come_into_a_wave_that_is_made_closed(pejling, file, answered):
    path = file("svar.csv", ANSWERS)
    report = result(pejling("import", "answers", answered, path))
    assert (report["added"], report["unchanged"]) == (2, 0)
    assert "Rækker, der fandtes allerede: 2." in pejling("import", "answers", answered, path)[2]


def test_answers_from_elsewhere_may_be_tried_first(pejling, file, answered):
    path = file("svar.csv", ANSWERS)
    assert "Nye: 2," in pejling("import", "answers", answered, path, "--dry-run")[2]
    assert result(pejling("import", "answers", answered, path))["added"] == 2


def test_a_file_in_which_nobody_answered_has_nothing_to_bring(pejling, file, answered):
    path = file("svar.csv", "unit_id,group,TRU1\nnord,Læge,\n")
    code, _, err = pejling("import", "answers", answered, path)
    assert (code, "svar.csv: der er intet at hente ind." in err) == (0, True)
    assert "ikke er et eneste svar i rækken: 1" in err


def test_a_faulty_answer_is_named_and_nothing_is_written(pejling, file, answered):
    bad = file("svar.csv", ANSWERS + "nord,,9\n")
    code, _, err = pejling("import", "answers", answered, bad)
    assert (code, "række 4, kolonne TRU1" in err) == (1, True)
    assert result(pejling("import", "answers", answered, file("svar.csv", ANSWERS)))["added"] == 2


def test_an_unknown_wave_is_refused(pejling):
    assert pejling("wave", "close", "findes ikke")[0] == 1


def test_an_invented_region_says_how_far_it_is(pejling, monkeypatch):
    # The words are the same in a region small enough to be made at once.
    small = Shape(hospitals=2, departments=4, sections=12, staff=400)
    monkeypatch.setitem(SHAPES, Size.S, small)
    code, out, err = pejling("demo", "--size", "S")
    assert (code, json.loads(out)["invented"]) == (0, True)
    assert err.startswith("1/")
    assert "En opdigtet region i størrelse S er lagt ind\n" in err


def test_an_invented_region_is_marked_in_every_answer(pejling, tmp_path):
    with opened(f"sqlite:///{tmp_path / 'pejling.db'}") as db:
        marks.put(db, "invented", "demo S")
    code, out, err = pejling("status", "--strategy", "hovedstaden", "--as-of", "2018-01-01")
    assert (code, json.loads(out)["invented"]) == (0, "demo S")
    assert "Opdigtede data" in err
    assert "Opdigtede data" in pejling("wave", "list")[2]


def test_the_package_can_be_run_as_the_command(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    monkeypatch.setattr(sys, "argv", ["pejling", "migrate", "--database", url])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("models", run_name="__main__")
    assert end.value.code == 0


def test_today_is_a_day_here():
    assert isinstance(today(), date)


def test_a_release_is_written_as_csv_and_as_json(pejling, answered, tmp_path):
    pejling("release", answered)
    for name in ("tal.csv", "tal.json"):
        code, _, err = pejling("export", "release", answered, "--out", tmp_path / name)
        assert (code, ": 0" in err) == (0, True)
    header = (tmp_path / "tal.csv").read_text().splitlines()[0].split(",")
    assert header[:10] == [
        "family", "unit_id", "group", "measure", "n", "mean", "low", "high", "level", "favourable",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "form", "begins"),
    [("tal", "json", "{"), ("tal.txt", "csv", "family"), ("tal.csv", "json", "{")],
)
def test_the_form_of_a_release_may_be_said(pejling, answered, tmp_path, name, form, begins):
    pejling("release", answered)
    words = ("export", "release", answered, "--out", tmp_path / name, "--format", form)
    assert result(pejling(*words))["cells"] == 0
    assert (tmp_path / name).read_text().startswith(begins)


def test_the_ending_of_a_file_may_be_in_capitals(pejling, answered, tmp_path):
    pejling("release", answered)
    assert pejling("export", "release", answered, "--out", tmp_path / "TAL.JSON")[0] == 0
    assert json.loads((tmp_path / "TAL.JSON").read_text())


def test_a_release_is_written_in_no_other_form_and_nowhere_that_is_not(pejling, answered, tmp_path):
    pejling("release", answered)
    code, _, err = pejling("export", "release", answered, "--out", tmp_path / "tal.pdf")
    assert (code, ".csv eller .json, eller vælg formen med --format" in err) == (1, True)
    code, _, err = pejling("export", "release", answered, "--out", tmp_path / "intet" / "tal.csv")
    assert (code, "kan ikke skrives" in err) == (1, True)


def test_nothing_is_written_of_a_wave_that_is_not_released(pejling, answered, tmp_path):
    code, _, err = pejling("export", "release", answered, "--out", tmp_path / "tal.csv")
    assert (code, "ikke frigivet" in err) == (1, True)
    assert not (tmp_path / "tal.csv").exists()


def test_every_dimension_has_its_reliability_and_null_where_too_few_answered(pejling, answered):
    (first, *_rest) = result(pejling("reliability", answered))["dimensions"]
    assert (first["dimension"], first["n"], first["alpha"]) == ("TRU", 0, None)
    assert pejling("reliability", answered, "--format", "text")[1].startswith("dimension")


def test_a_broken_database_is_one_sentence(pejling, tmp_path):
    (tmp_path / "pejling.db").write_bytes(b"nothing of ours " * 512)
    code, out, sentence = pejling("migrate")
    assert (code, out, sentence.count("\n")) == (1, "", 1)
    assert sentence.startswith("Databasens fil er ødelagt")


def test_a_name_on_the_command_line_is_composed_and_without_invisible_signs(pejling):
    pejling("wave", "create", "A\u030ar\u200b 2015", "--approved-on", "2015-01-15",
            "--minutes", "MED\u00a04")  # fmt: skip
    waves = result(pejling("wave", "list"))
    assert [(wave["name"], wave["minutes"]) for wave in waves] == [("År 2015", "MED 4")]


def test_a_file_is_named_on_the_command_line_as_it_is(pejling, file):
    path = file("enheder-a\u030a.csv", UNITS)
    assert pejling("import", "units", path)[0] == 0


@pytest.mark.parametrize("options", [("u.csv",), ("u.xlsx",), ("u.txt", "--format", "excel")])
def test_units_are_exported_corrected_and_brought_back(pejling, file, tmp_path, options):
    pejling("import", "units", file("units.csv", UNITS))
    name, *form = options
    code, _, notes = pejling("export", "units", "--out", tmp_path / name, *form)
    assert (code, "er skrevet" in notes) == (0, True)
    assert result(pejling("import", "units", tmp_path / name))["changes"] == []


def test_a_trial_shows_what_changes_as_a_table(pejling, file):
    pejling("import", "units", file("units.csv", UNITS))
    changed = file("changed.csv", UNITS.replace("region,", "region,", 1) + "ny,region,Ny,unit,5\n")
    table = pejling("import", "units", changed, "--dry-run", "--format", "text")[1]
    assert "ny    ny" in table


def test_a_file_to_export_to_has_an_ending_or_a_form(pejling, tmp_path):
    code, _, fault = pejling("export", "ideas", "--out", tmp_path / "ideas.txt")
    assert (code, "ender på .csv eller .xlsx" in fault) == (1, True)
