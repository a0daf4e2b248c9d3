import pytest
import yaml

from models.errors import InputError
from models.strategy.paper import load
from models.strategy.paper.passage import Section

SHIPPED = load.SHIPPED / "vastmanland.yaml"


@pytest.fixture
def content():
    return yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))


@pytest.fixture
def refused(tmp_path, content):
    """Write the content anew and return the message with which it is refused."""

    def read():
        file = tmp_path / "own.yaml"
        file.write_text(yaml.safe_dump(content, allow_unicode=True), encoding="utf-8")
        with pytest.raises(InputError) as refusal:
            load.read(file)
        return str(refusal.value)

    return read


def test_a_field_that_is_missing_is_named(content, refused):
    del content["criteria"][2]["level"]
    assert refused() == "own.yaml, feltet criteria.2.level: mangler."


def test_a_field_nobody_knows_is_named(content, refused):
    content["themes"][0]["colour"] = "red"
    assert refused() == "own.yaml, feltet themes.0.colour: kendes ikke her."


def test_a_day_that_does_not_exist_is_named(content, refused):
    content["criteria"][0]["due"] = "2014-02-30"
    assert refused().startswith("own.yaml, feltet criteria.0.due: ")


def test_a_source_of_figures_nobody_knows_is_named(content, refused):
    content["criteria"][0]["measured_by"] = "guessed"
    assert refused().startswith("own.yaml, feltet criteria.0.measured_by: ")


@pytest.mark.parametrize("group", ["themes", "criteria", "initiatives"])
def test_an_id_used_twice_is_named(content, refused, group):
    content[group][1]["id"] = content[group][0]["id"]
    assert (
        refused() == f"own.yaml, feltet {group}.1.id: {content[group][0]['id']} er brugt to gange."
    )


@pytest.mark.parametrize(
    ("group", "field", "named"),
    [
        ("criteria", "theme_id", "X"),
        ("criteria", "statement_id", "X"),
        ("initiatives", "theme_id", "X"),
        ("initiatives", "criteria", ["X"]),
        ("initiatives", "related", ["X"]),
    ],
)
def test_a_reference_that_leads_nowhere_is_named(content, refused, group, field, named):
    content[group][1][field] = named
    assert refused() == f"own.yaml, feltet {group}.1.{field}: X findes ikke."


def test_a_statement_under_no_theme_is_named(content, refused):
    source = content["criteria"][0]["source"]
    content["statements"] = [{"id": "S", "theme_id": "X", "source": source}]
    assert refused() == "own.yaml, feltet statements.0.theme_id: X findes ikke."


@pytest.mark.parametrize(("frames", "focus_areas"), [(["X"], []), ([], ["X"])])
def test_a_matrix_of_unknown_themes_is_named(content, refused, frames, focus_areas):
    source = content["criteria"][0]["source"]
    content["matrix"] = {"frames": frames, "focus_areas": focus_areas, "source": source}
    assert "X findes ikke" in refused()


def test_a_file_of_another_form_is_refused(content, refused):
    content["schema"] = "strategy-extract/1"
    assert refused().startswith("own.yaml, feltet schema: ")


@pytest.mark.parametrize("text", [b"{", b"\xff\xfe\x00", None])
def test_a_file_that_cannot_be_read_is_named(tmp_path, text):
    file = tmp_path / "own.yaml"
    if text is not None:
        file.write_bytes(text)
    with pytest.raises(InputError, match=r"own\.yaml"):
        load.read(file)


def test_an_empty_file_is_refused(tmp_path):
    (tmp_path / "own.yaml").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match=r"own\.yaml, feltet -"):
        load.read(tmp_path / "own.yaml")


@pytest.mark.parametrize("name", ["atlantis", "../hovedstaden", ""])
def test_a_strategy_nobody_knows_is_refused(name):
    with pytest.raises(InputError):
        load.load(name)


def test_what_is_not_in_a_strategy_is_refused():
    strategy = load.load("vastmanland")
    with pytest.raises(InputError, match="HOV-T2-C9"):
        strategy.criterion("HOV-T2-C9")
    with pytest.raises(InputError, match="HOV-T2"):
        strategy.theme("HOV-T2")


def test_a_strategy_finds_its_parts():
    strategy = load.load("hovedstaden")
    assert strategy.criterion("HOV-T2-C9").theme_id == "HOV-T2"
    assert [criterion.id for criterion in strategy.criteria_of("HOV-T3")] == [
        f"HOV-T3-C{n}" for n in range(1, 8)
    ]
    assert [criterion.id for criterion in strategy.criteria_in("HOV-T1-S2")] == [
        f"HOV-T1-C{n}" for n in (5, 6, 7)
    ]
    assert "HOV-T1-I8" in [
        initiative.id for initiative in strategy.initiatives_serving("HOV-T2-C2")
    ]
    assert len(strategy.initiatives_of("HOV-T7")) == 11
    assert len(strategy.passages_on(Section.FACT)) == 7


def test_a_strategy_does_not_change():
    with pytest.raises(ValueError, match="frozen"):
        load.load("hovedstaden").criteria[0].text = "andet"
