"""The steward fetches a file, brings it back, and sees what changes before it is saved."""

from types import SimpleNamespace

import pytest
import streamlit as st

from models.access import Role, Viewer
from models.services import ideas, units
from models.services.files.upload import Upload
from models.services.opening import opened
from models.services.promises import observations, targets
from models.services.questionnaires import export_instrument
from pages.parts.import_form import COLUMN_WORD
from pages.parts.questionnaire.preview import page
from survey.asking.instrument_file import instrument_of
from tests.pages.pressing import press
from tests.questionnaires import OWN

STEWARD = Viewer("A steward", Role.STEWARD)
UNITS = "unit_id,parent_id,name,kind,staff\nrh,,Regionen,region,60\nher,rh,Herlev,hospital,40\n"


@pytest.fixture
def upload(own_database, monkeypatch):
    """upload(name, text) -> the steward's pages see this file in their field for files."""
    with opened(own_database) as db:
        units.import_units(db, Upload("units.csv", UNITS.encode()), by=STEWARD)

    def put(name, text):
        file = SimpleNamespace(name=name, getvalue=text.encode)
        monkeypatch.setattr(st, "file_uploader", lambda *_args, **_options: file)

    return put


def test_every_column_of_a_file_has_a_name_in_the_language_of_the_page():
    files = (units, ideas, targets, observations)
    assert {name for file in files for name in (*file.REQUIRED, *file.OPTIONAL)} == set(COLUMN_WORD)


@pytest.mark.parametrize("page", ["targets", "observations", "waves", "idea_clinic"])
def test_what_a_page_takes_in_can_be_fetched_there(open_app, upload, page):
    app = open_app(Role.STEWARD, f"steward/{page}")
    forms = next(box for box in app.selectbox if box.label == "Filens form")
    assert [option.split(" ")[0] for option in forms.options] == ["Excel-regneark", "CSV", "CSV,"]
    assert len(app.get("download_button")) >= 1


def test_a_file_shows_what_changes_and_its_name_is_only_a_name(open_app, upload):
    upload("x" * 500 + "/*.csv", UNITS.replace("Herlev", "*Herlev*"))
    app = open_app(Role.STEWARD, "steward/waves")
    tables = [table.value for table in app.dataframe if "Hvad sker der" in table.value.columns]
    rows = tables[0].to_dict("records")
    assert [(row["Kolonne"], row["Før"], row["Nu"]) for row in rows] == [
        ("name", "Herlev", "*Herlev*")
    ]
    press(app, "Gem filens indhold")
    assert not app.exception


def test_a_file_that_changes_nothing_has_no_table(open_app, upload):
    upload("units.csv", UNITS)
    app = open_app(Role.STEWARD, "steward/waves")
    assert not any("Hvad sker der" in table.value.columns for table in app.dataframe)


def test_of_many_changes_the_first_ones_are_listed(open_app, upload):
    upload("u.csv", UNITS + "".join(f"u{n},rh,Enhed {n},afdeling,9\n" for n in range(600)))
    app = open_app(Role.STEWARD, "steward/waves")
    assert any("De første 500 af 600" in caption.value for caption in app.caption)


def test_a_questionnaire_of_ones_own_is_looked_at_before_it_is_saved(open_app, own_database):
    app = open_app(Role.STEWARD, "steward/waves", tab="questionnaires")
    broken, whole = OWN.replace("points: 4", "").encode(), OWN.encode()
    app.file_uploader(key="questionnaires_file").upload("egen.yaml", broken).run()
    assert any("linje 19, scales 1, points" in box.proto.body for box in app.get("html"))
    app.file_uploader(key="questionnaires_file").set_value(("egen.yaml", whole, "")).run()
    assert len(app.get("iframe")) == 2
    press(app, "Gem filens indhold")
    with opened(own_database) as db:
        assert export_instrument(db, "egen-3", by=STEWARD).decode() == OWN
    options = next(box for box in app.selectbox if box.key == "wave_instrument").options
    assert options == [
        "Vores egen måling (egen-3 1.0)",
        "Regional innovationskultur (rik-30 0.1.0)",
    ]


def test_the_look_of_a_questionnaire_is_the_respondents_in_each_language_and_text_is_text():
    hostile = OWN.replace('da: "Vi tør."', "da: '<script>x</script> *a* {{ 7 }}'")
    for language, sentence in (
        ("da", "&lt;script&gt;x&lt;/script&gt; *a* {{ 7 }}"),
        ("sv", "Vi vågar."),
        ("en", "We dare."),
    ):
        html = page(instrument_of(hostile, "egen.yaml"), language)
        assert f'<legend class="question">{sentence}</legend>' in html
        assert "/filer/respond.css" in html
