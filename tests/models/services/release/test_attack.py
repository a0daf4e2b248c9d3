import json

import openpyxl
import pytest

from models.cli.attack import KIND_WORD
from models.cli.program import main
from models.errors import InputError
from models.services.release.attack import attack_release
from survey.disclosure.attacking.finding import Finding, Kind

UNITS = "unit_id;parent_id;staff\nr;;40\nh;r;20\n"
HEADER = "family,unit_id,group,measure,n,mean,low,high,level,favourable\n"
LEAKS = {"unit_id": "h", "group": None, "measure": "TRU", "n": 3, "invented": True}
HONEST = LEAKS | {"n": 30}


@pytest.fixture
def attack(tmp_path):
    """The findings in a file with that content, k being 5."""

    def run(content, name="file.csv", units=UNITS, k=5):
        (tmp_path / "units.csv").write_text(units, encoding="utf-8")
        (tmp_path / name).write_text(content, encoding="utf-8")
        return attack_release(tmp_path / name, tmp_path / "units.csv", smallest_group=k)

    return run


def kinds(attack):
    return [finding.kind for finding in attack.findings]


def test_what_an_export_leaves_blank_is_not_published(attack):
    report = attack(HEADER + "organisation,r,,TRU,30,61,,,,\norganisation,h,,TRU,22,55,,,,\n")
    assert (report.checked, report.findings) == (2, ())


@pytest.mark.parametrize("n", ["3", "3.0", "3,0"])
def test_a_number_of_people_may_be_written_with_noughts_behind_the_sign(attack, n):
    assert kinds(attack(f"unit_id;measure;n\nr;TRU;{n}\n")) == [Kind.SMALL]


def test_the_family_is_known_by_the_group_where_it_is_not_said(attack):
    report = attack("unit_id,group,measure,n\nh,,TRU,30\nh,nurse,TRU,28\n")
    assert kinds(report) == [Kind.JOINT]


def test_json_as_an_export_writes_it_is_attacked(attack):
    content = json.dumps({"wave": "w1", "cells": [LEAKS]})
    assert kinds(attack(content, name="file.json")) == [Kind.SMALL]


@pytest.mark.parametrize(("stated", "k"), [(40, 40), (3, 5), (None, 5)])
def test_the_smallest_group_is_the_larger_of_the_waves_and_the_one_given(attack, stated, k):
    report = attack(json.dumps({"smallest_group": stated, "cells": [HONEST]}), name="file.json")
    assert (report.smallest_group, report.says_it) == (k, stated is not None)
    assert bool(report.findings) == (k == 40)


@pytest.mark.parametrize("stated", ["8", True, 8.5])
def test_a_smallest_group_that_is_no_whole_number_is_refused(attack, stated):
    with pytest.raises(InputError, match="smallest_group"):
        attack(json.dumps({"smallest_group": stated, "cells": []}), name="file.json")


def test_a_column_that_is_not_of_a_release_is_found_unread(attack):
    report = attack("unit_id,measure,n,invented,Navn\nr,TRU,30,demo S,=1+1\n")
    assert report.findings == (Finding(Kind.FOREIGN, "", "", "navn", 0),)


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ({"n": 10**400}, "række 1, kolonne n"),
        ({"unit_id": "\ud800"}, "række 1, kolonne unit_id: cellen har et ugyldigt tegn"),
        ({"unit_id": "x" * 1_000_001}, "række 1, kolonne unit_id: cellen har 1000001 tegn"),
        ({"a\ud800": 1}, "række 1, kolonne .*: cellen har et ugyldigt tegn"),
        ({f"c{number}": 1 for number in range(1_000)}, "række 1: filen er for stor"),
    ],
    ids=range(5),
)
def test_json_that_nobody_could_write_down_again_is_refused(attack, cell, fault):
    with pytest.raises(InputError, match=fault):
        attack(json.dumps({"cells": [HONEST | cell]}), name="file.json")


def test_json_that_says_more_than_an_export_is_found(attack):
    content = json.dumps({"answers": [], "cells": [HONEST | {"sd": [1]}]})
    measures = [finding.measure for finding in attack(content, name="file.json").findings]
    assert measures == ["answers", "sd"]


@pytest.mark.parametrize("name", ["level", "level_low", "n_eff", "divided"])
def test_a_hidden_unit_with_any_figure_is_found(attack, name):
    assert kinds(attack(f"unit_id,measure,n,{name}\nh,TRU,,1\n")) == [Kind.UNCOUNTED]


def test_xlsx_is_attacked(attack, tmp_path):
    book = openpyxl.Workbook()
    for row in (("unit_id", "measure", "n", "mean"), ("r", "TRU", 3, None)):
        book.active.append(row)
    book.save(tmp_path / "file.xlsx")
    (tmp_path / "units.csv").write_text(UNITS, encoding="utf-8")
    report = attack_release(tmp_path / "file.xlsx", tmp_path / "units.csv", smallest_group=5)
    assert kinds(report) == [Kind.SMALL]


def test_a_file_with_nothing_but_a_header_gives_nothing_away(attack):
    report = attack(HEADER)
    assert (report.checked, report.findings) == (0, ())


def test_an_export_without_cells_gives_nothing_away(attack):
    assert attack('{"cells": []}', name="file.json").findings == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "file.csv, række 1: filen er tom"),
        ("unit_id,measure\nr,TRU\n", "file.csv, række 1: kolonnen n mangler"),
        ("unit_id,measure,n\nr,TRU,-3\n", "file.csv, række 2, kolonne n: -3.0 er ikke et antal"),
        ("unit_id,measure,n\nr,TRU,2.5\n", "file.csv, række 2, kolonne n: 2.5 er ikke et antal"),
        ("unit_id,measure,n\n,TRU,9\n", "file.csv, række 2, kolonne unit_id: feltet er tomt"),
        ("unit_id,measure,n,mean\nr,TRU,9,høj\n", "file.csv, række 2, kolonne mean: ”høj”"),
    ],
)
def test_a_bad_file_is_told_with_file_row_and_column(attack, content, message):
    with pytest.raises(InputError) as problem:
        attack(content)
    assert str(problem.value).startswith(message)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "file.json, række 1: filen er ikke JSON"),
        ("[]", "file.json: filen har ingen liste ”cells”"),
        ('{"cells": [3]}', "file.json: filen har ingen liste ”cells”"),
        (json.dumps({"cells": [LEAKS, LEAKS | {"n": "?"}]}), "file.json, række 2, kolonne n: ”?”"),
        (json.dumps({"cells": [{"measure": "TRU"}]}), "file.json, række 1, kolonne unit_id"),
    ],
)
def test_bad_json_is_told_with_the_number_of_the_cell(attack, content, message):
    with pytest.raises(InputError) as problem:
        attack(content, name="file.json")
    assert str(problem.value).startswith(message)


@pytest.mark.parametrize(
    ("units", "message"),
    [
        ("unit_id\nr\n", "units.csv, række 1: kolonnen parent_id mangler"),
        ("unit_id,parent_id\nr,\nr,\n", "units.csv, række 3, kolonne unit_id: rækken handler om"),
        ("unit_id,parent_id\nr,\nh,x\n", "units.csv: Enheden h hører under x, som ikke findes"),
    ],
)
def test_units_that_are_no_tree_are_refused(attack, units, message):
    with pytest.raises(InputError) as problem:
        attack(HEADER, units=units)
    assert str(problem.value).startswith(message)


def test_every_kind_of_finding_has_a_word():
    assert set(KIND_WORD) == set(Kind)


def test_a_file_that_does_not_say_the_waves_smallest_group_asks_for_it(attack, tmp_path, capsys):
    attack(HEADER)
    files = (str(tmp_path / "file.csv"), "--units", str(tmp_path / "units.csv"))
    database = f"sqlite:///{tmp_path / 'pejling.db'}"
    main(["--database", database, "attack", "release", *files, "--smallest-group", "7"])
    assert "Prøvet med 7; er den større, så giv den" in capsys.readouterr().err


def test_a_smallest_group_of_one_is_refused(attack):
    with pytest.raises(InputError, match="mindst 2"):
        attack(HEADER, k=1)
