"""The pages of a department: its figures, its answers and its ideas."""

import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape
from xml.etree import ElementTree as ET

import pytest

from models.access import Role, Viewer
from models.ideas.idea import Stage
from models.report.own_culture.dialogue_sheet import dialogue_sheet
from models.services import ideas
from models.services.culture import actions, own_unit
from models.services.opening import opened
from models.services.units import import_units
from models.services.waves import answering, lifecycle, own_answers
from models.storage import units
from models.storage.ideas import update
from models.wording import words
from models.wording.figures import mean
from models.wording.levels import level_title, why_level
from models.wording.participation import answered_sentence
from survey.asking.organisation import Unit
from tests.models.services.result_builders import DIMENSIONS, ITEMS, a_released_wave
from tests.models.services.survey_builders import REGION
from tests.pages.pressing import press

STEWARD = Viewer("A steward", Role.STEWARD)
HERLEV = Viewer("A department", Role.DEPARTMENT, "her")
UNITS = "unit_id,parent_id,name,kind,staff\nrh,,Regionen,region,60\nher,rh,Herlev,hospital,40\n"
ON = date(2020, 2, 1)
DA = words("da")
PAGES = ("own_culture", "own_ideas")


@pytest.fixture
def region(own_database, tmp_path):
    path = tmp_path / "units.csv"
    path.write_text(UNITS, encoding="utf-8")
    with opened(own_database) as db:
        import_units(db, path, by=STEWARD)
        lifecycle.create(
            db,
            "Kultur",
            instrument_id="rik-30",
            smallest_group=5,
            approved_on=date(2020, 1, 1),
            minutes="MED 1",
            by=STEWARD,
        )
        lifecycle.open_wave(db, "kultur", by=STEWARD, on=ON)
    return own_database


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("unit", [None, "her"])
def test_every_page_of_the_department_opens_with_nothing_to_show(open_app, page, unit):
    app = open_app(Role.DEPARTMENT, f"department/{page}", unit=unit)
    assert app.info


def cards(app):
    kinds = (app.subheader, app.markdown, app.success)
    return " ".join(element.value for kind in kinds for element in kind)


def home(open_app, unit):
    return open_app(Role.DEPARTMENT, "department/unit_home", unit=unit)


def test_a_department_lands_on_three_cards(open_app, region):
    app = home(open_app, "her")
    assert len(app.subheader) == 3
    assert app.get("link_button")[0].proto.url == "/besvar/kultur?unit=her"
    assert app.subheader[0].value == "Svar på undersøgelsen"
    assert "**Herlev**" in cards(app)
    app.switch_page("department/own_ideas.py").run()
    assert "**Herlev**" in cards(app)


def test_without_an_open_survey_the_card_says_so(open_app, wave):
    app = home(open_app, "A1")
    assert "ingen åben undersøgelse" in cards(app)
    assert app.subheader[1].value == "Svar på undersøgelsen"


def test_the_card_of_what_was_agreed_has_the_days_left_and_can_be_done(open_app, wave):
    with opened(wave) as db:
        actions.agree(db, "kultur", "A1", what="Tavlemøde", responsible="TRIO",
                      due_on=date.today() + timedelta(days=9), on=date.today(),  # noqa: DTZ011
                      by=Viewer("u", Role.DEPARTMENT, "A1"))  # fmt: skip
    app = home(open_app, "A1")
    assert "om 9 dage" in cards(app)
    assert "Gjort" in cards(press(app, "Gjort"))
    assert "om 9 dage" in cards(press(app, "Alligevel ikke gjort"))


def test_who_sees_the_whole_region_chooses_a_unit_and_sees_what_it_has(open_app, region):
    with opened(region) as db:
        ideas.suggest(db, "Tavle", "", by=HERLEV, on=ON)
    app = open_app(Role.LEADERSHIP, "department/unit_home")
    assert "Den nyeste: Tavle" in cards(app)
    app.switch_page("department/own_ideas.py").run()
    app.selectbox(key="chosen_unit_step_0").set_value("her").run()
    assert app.subheader[0].value == "Idéer fra Herlev (1)"
    assert not app.text_input


def test_who_has_answered_is_thanked(open_app, region):
    with opened(region) as db:
        own = own_answers.own_link(db, "kultur", by=Viewer("lokal", Role.DEPARTMENT, "her"), on=ON)
        answering.submit_at(db, own.token, own.key, {"TRU1": 4}, on=ON)
    assert "Dit svar er sendt" in cards(home(open_app, "her"))


def own_culture(open_app, unit="A1", role=Role.DEPARTMENT, **query):
    return open_app(role, "department/own_culture", unit=unit, **query)


def everything(app):
    """All that is said in sentences, headings and drawers."""
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.info)
    texts = [element.value for kind in kinds for element in kind]
    return " ".join([*texts, *(drawer.label for drawer in app.expander)])


def tables(page):
    """The tables of a page or a drawer: row -> column -> what stands there."""
    html = "".join(element.proto.body for element in page.get("html"))
    return [_table(ET.fromstring(table)) for table in re.findall("<table.*?</table>", html)]


def _table(markup):
    return {
        row.find("th").text: {cell.get("data-name"): cell.text for cell in row.findall("td")}
        for row in markup.find("tbody")
    }


@pytest.fixture
def wave(own_database):
    """A released wave in which everybody but A2 got figures of their own."""
    with opened(own_database) as db:
        a_released_wave(db, R=58, A=58, A1=70, B=58)
    return own_database


def test_the_unit_sees_its_level_and_why(open_app, wave):
    texts = everything(own_culture(open_app))
    assert "Niveau 3: Etableret" in texts
    assert "Hvorfor dette niveau?" in texts
    assert "12 af 14 har svaret" in texts.replace("\\", "")


def sheet_of(database, unit_id):
    """The unit's result, and the dialogue sheet made of it as one line of text."""
    with opened(database) as db:
        culture = own_unit.view(db, unit_id, by=STEWARD)
    paper = re.sub("<[^>]+>", " ", dialogue_sheet(culture, DA))
    return culture, plain(unescape(paper))


def plain(text):
    """A text without line breaks, unbreakable blanks and the signs that escape markdown."""
    return " ".join(text.replace("\\", "").split())


def test_page_and_sheet_word_the_same_figure_the_same(open_app, wave):
    culture, paper = sheet_of(wave, "A1")
    screen = plain(everything(own_culture(open_app)))
    index, instrument = culture.index.own, culture.instrument
    for sentence in (
        level_title(index, instrument, DA),
        *why_level(index, culture.gate, instrument, DA),
        answered_sentence(culture.answered, culture.staff, DA),
        *(mean(point.statement.figures.own, DA) for point in culture.talking_points),
    ):
        assert plain(sentence) in paper
        assert plain(sentence) in screen


NOT_HERE = {"mean": None}


@pytest.fixture
def hidden_topic(own_database):
    """A released wave in which A1 has figures of its own of all but one topic and the index."""
    with opened(own_database) as db:
        leadership_items = ["LED", *(item for item in ITEMS if item.startswith("LED"))]
        more = {("A1", measure): NOT_HERE for measure in (*leadership_items, "index")}
        a_released_wave(db, R=58, A=58, A1=70, B=58, more=more)
    return own_database


def test_a_unit_with_one_topic_hidden_sees_the_others_as_its_own(open_app, hidden_topic):
    app = own_culture(open_app)
    texts = plain(everything(app))
    assert "Afsnit A1" in texts
    assert "Der er ikke noget samlet niveau" in texts
    assert "så få har svaret på et af emnerne, at nogen kunne genkendes" in texts
    assert "12 af 14 har svaret" in texts
    by_topic = tables(app)[0]
    assert by_topic["Tillid og tryghed"]["Enheden"] == "70"
    assert by_topic["Innovationsledelse"]["Enheden"] == "skjult"
    culture, paper = sheet_of(hidden_topic, "A1")
    assert {point.statement.dimension.id for point in culture.talking_points}.isdisjoint({"LED"})
    assert "så få har svaret på et af emnerne, at nogen kunne genkendes" in paper


def test_statements_hidden_since_few_of_the_staff_moved_say_so_and_their_topics_stay(
    open_app, own_database
):
    with opened(own_database) as db:
        more = {("A1", item): NOT_HERE for item in ITEMS}
        a_released_wave(db, R=58, A=58, A1=70, B=58, more=more)
    app = own_culture(open_app)
    texts = everything(app)
    assert "er kun få kommet til eller stoppet" in texts
    assert tables(app)[0]["Tillid og tryghed"]["Enheden"] == "70"
    assert "Der er ingen udsagn med tal" in texts
    _culture, paper = sheet_of(own_database, "A1")
    assert "Tre udsagn at tale om" not in paper


def test_the_table_behind_the_picture_holds_what_the_picture_shows(open_app, wave):
    assert tables(own_culture(open_app))[0]["Tillid og tryghed"] == {
        "Enheden": "70",
        "90 % interval": "66–74",
        "Afdeling A": "58",
        "Regionen": "58",
        "Forskel": "sikkert over regionen",
        "Antal svar": "12",
    }


def test_every_dimension_opens_to_its_items_and_the_page_to_its_formula(open_app, wave):
    app = own_culture(open_app)
    drawer = next(drawer for drawer in app.expander if drawer.label.startswith("Tillid og tryghed"))
    assert [row["Enheden"] for row in tables(drawer)[0].values()] == ["70"] * 3
    calculation = next(drawer for drawer in app.expander if drawer.label == "Sådan er det regnet")
    assert "1,645" in calculation.markdown[0].value


def test_a_hidden_unit_is_shown_the_unit_above_and_told_why(open_app, wave):
    app = own_culture(open_app, "A2")
    assert "Afdeling A" in app.info[0].value
    row = tables(app)[0]["Anerkendelse"]
    assert row["Afdeling A"] == "58"
    assert "Enheden" not in row
    assert "Afdeling A: 58" in everything(app)


def test_where_nothing_may_be_shown_the_page_says_so(open_app, own_database):
    with opened(own_database) as db:
        a_released_wave(db)
    app = own_culture(open_app)
    assert "Så få har svaret" in app.info[0].value
    assert not tables(app)


def test_a_dimension_without_figures_says_that_it_is_hidden(open_app, own_database):
    hidden = {("A1", measure): {"mean": float("nan")} for measure in (*DIMENSIONS, *ITEMS)}
    with opened(own_database) as db:
        a_released_wave(db, more=hidden, R=58, A1=58)
    texts = everything(own_culture(open_app))
    assert "Intet emne har tal" in texts
    assert "Der er ingen udsagn med tal" in texts


def test_an_unit_that_was_not_there_is_told_so(open_app, wave):
    with opened(wave) as db:
        units.replace(db, (*REGION, Unit("A3", "A", "Afsnit A3", "section", 9)))
    assert "fandtes ikke" in own_culture(open_app, "A3").info[0].value


def test_what_changed_is_told_in_words_and_each_figure_in_a_table(open_app, own_database):
    with opened(own_database) as db:
        a_released_wave(db, "først", year=2024, R=58, A1=58)
        a_released_wave(db, "igen", R=58, A1=70)
    app = own_culture(open_app)
    assert "Det samlede tal er steget. 9 af 9 emner er steget" in everything(app)
    assert [row["Det kan siges"] for row in tables(app)[1].values()] == ["steget 12 point"] * 10


def test_an_earlier_wave_can_be_chosen(open_app, own_database):
    with opened(own_database) as db:
        a_released_wave(db, "først", year=2024, R=58, A1=45)
        a_released_wave(db, "igen", R=58, A1=70)
    app = own_culture(open_app)
    app.selectbox(key="released_wave").select_index(1).run()
    assert tables(app)[0]["Anerkendelse"]["Enheden"] == "45"


def test_a_unit_agrees_what_to_do_and_sees_it(open_app, wave):
    app = own_culture(open_app)
    app.text_area(key="action_what").set_value("Tavlemøde hver tirsdag")
    press(app, "Gem aftalen")
    assert "Aftalen er gemt" in app.success[0].value
    assert "Tavlemøde hver tirsdag" in everything(app)


def test_an_agreement_without_words_is_refused_kindly(open_app, wave):
    app = press(own_culture(open_app), "Gem aftalen")
    assert "[Hvad har I aftalt?](#field-action_what)" in app.error[0].value


def test_a_department_may_look_at_the_units_below_its_own(open_app, wave):
    app = own_culture(open_app, "A")
    app.selectbox(key="own_culture_unit_step_0").set_value("A1").run()
    assert tables(app)[0]["Anerkendelse"]["Enheden"] == "70"


def test_leadership_may_choose_every_unit_and_the_region_is_compared_with_nothing(open_app, wave):
    app = own_culture(open_app, None, Role.LEADERSHIP)
    choices = app.selectbox(key="own_culture_unit_step_0").options
    assert choices == ["Hele Regionen", "Afdeling A", "Afdeling B"]
    texts = plain(everything(app))
    assert "Det er hele regionen" in texts
    assert set(tables(app)[0]["Anerkendelse"]) == {"Regionen", "90 % interval", "Antal svar"}
    _culture, paper = sheet_of(wave, "R")
    for phrase in ("over regionen", "under regionen", "fra regionen", "til regionen"):
        assert phrase not in texts
        assert phrase not in paper


def test_the_sheet_is_one_click_away(open_app, wave):
    app = own_culture(open_app)
    assert "Hent dialogark" in [element.label for element in app.get("download_button")]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_own_result_speaks_the_readers_language(open_app, wave, language):
    app = own_culture(open_app, language=language)
    assert len(tables(app)[0]) == 9


def test_an_idea_carries_the_unit_and_nobody(open_app, region):
    app = open_app(Role.DEPARTMENT, "department/own_ideas", unit="her")
    app.text_input(key="own_idea_title").set_value("Video til kontrol")
    press(app, "Send idéen")
    with opened(region) as db:
        assert [idea.title for idea in ideas.own_ideas(db, by=HERLEV)] == ["Video til kontrol"]


def suggest(open_app):
    app = open_app(Role.DEPARTMENT, "department/own_ideas", unit="her")
    app.text_input(key="own_idea_title").set_value("Video til kontrol")
    return press(app, "Send idéen")


def test_the_form_is_empty_after_sending_and_the_idea_can_be_taken_back(open_app, region):
    app = suggest(open_app)
    assert app.text_input[0].value == ""
    app = press(app, "Tag idéen tilbage")
    assert "taget tilbage" in app.success[0].value
    assert "Tag idéen tilbage" not in [button.label for button in app.button]
    with opened(region) as db:
        assert ideas.own_ideas(db, by=HERLEV) == ()


def test_an_own_idea_can_be_rewritten_until_it_is_screened(open_app, region):
    app = suggest(open_app)
    with opened(region) as db:
        (idea,) = ideas.own_ideas(db, by=HERLEV)
    app.text_input(key=f"rewrite_{idea.id}_title").set_value("Video hjemme")
    press(app, "Gem rettelsen")
    with opened(region) as db:
        assert ideas.own_ideas(db, by=HERLEV)[0].title == "Video hjemme"
        update(db, replace(idea, stage=Stage.SCREENED))
    again = open_app(Role.DEPARTMENT, "department/own_ideas", unit="her")
    assert "Gem rettelsen" not in [button.label for button in again.button]
