import re
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from models.access import Role, Viewer
from models.services.promises import observations, strategies, targets
from models.services.updates.explanations import explain
from models.steering.explanation import Explanation
from models.strategy.observation import Observation
from models.strategy.target import Direction, IndicatorKind, Target
from pages.shell.database import database
from tests.models.services.culture.culture_builders import (
    CELLS,
    NO_DRIVERS,
    REGION,
    a_cell,
    cells,
    release,
    reliability,
)

STEWARD = Viewer("test", Role.STEWARD)
AGENTS, TODAY = "HOV-T2-C9", date(2018, 1, 2)
# Seven of the eight in a section have answered.
OF_FEW = pd.concat([CELLS, cells(a_cell("A2", n=7), a_cell("A2", "TRU", n=7))])


def screen(app):
    """Everything a person reads on the page, as one text."""
    blocks = [element.proto.body for element in app.get("html")]
    plain = [e.value for kind in ("markdown", "info", "caption") for e in getattr(app, kind)]
    headings = [e.value for kind in ("title", "header", "subheader") for e in getattr(app, kind)]
    return " ".join([*blocks, *plain, *headings]).replace("\u00a0", " ")


@pytest.fixture
def measured(own_database):
    target = Target(
        AGENTS, IndicatorKind.PERCENTAGE, Direction.INCREASE, 5, date(2013, 12, 31), 50,
        date(2017, 12, 31), strict=True, set_on=date(2014, 1, 1), owner="Videncenter",
    )  # fmt: skip
    observation = Observation(AGENTS, date(2016, 12, 31), 30, date(2017, 1, 20))
    with database() as db:
        targets.set_target(db, target, by=STEWARD, on=date(2014, 1, 1))
        observations.record(db, replace(observation, value=99), by=STEWARD)
        observations.record(db, observation, by=STEWARD)


@pytest.mark.parametrize("strategy", strategies.catalogue(), ids=lambda strategy: strategy.id)
def test_the_scoreboard_shows_every_criterion_of_every_strategy(open_app, strategy):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy=strategy.id)
    criterion_ids = set(re.findall(r"criterion=([\w.-]+)", screen(app)))
    assert criterion_ids == {criterion.id for criterion in strategy.criteria}


def test_a_target_not_set_is_counted_and_never_hidden(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden")
    assert "(43 uden mål)" in screen(app)


def test_a_strategy_without_dates_says_what_to_do_next(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="syddanmark")
    assert any("En tovholder vælger" in element.value for element in app.info)
    app = open_app(Role.STEWARD, "leadership/scoreboard", strategy="syddanmark")
    assert any("Næste skridt" in element.value for element in app.info)


def test_the_scoreboard_looks_back_to_a_chosen_year(open_app, measured):
    where = {"strategy": "hovedstaden", "year": "2016", "sort": "paper"}
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", **where)
    assert "31. dec. 2016, forventet 38,8 %" in screen(app)


def test_an_address_that_changes_is_obeyed_and_a_choice_made_since_is_kept(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="syddanmark")
    app.selectbox(key="strategy").select("vastmanland").run()
    assert app.selectbox(key="strategy").value == "vastmanland"
    assert "vastmanland" in app.query_params["strategy"]


def test_a_wrong_address_shows_the_usual_page(open_app):
    wrong = {"year": "<b>", "status": "x,<b>", "theme": "<b>", "since": "x", "sort": "'"}
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="x", **wrong)
    assert "(43 uden mål)" in screen(app)
    assert "Viser 65 af 65 løfter" in screen(app)


@pytest.fixture
def reached_late(measured):
    """46 % at the due date, and 55 % a year later."""
    with database() as db:
        for year, value in ((2017, 46), (2018, 55)):
            observation = Observation(AGENTS, date(year, 12, 31), value, date(year + 1, 1, 20))
            observations.record(db, observation, by=STEWARD)


def test_the_reds_are_as_many_in_headline_bar_matrix_and_list(open_app, reached_late):
    where = {"strategy": "hovedstaden", "year": "2017", "status": "missed,off_track,undocumented"}
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", **where)
    (n,) = re.findall(r'pj-headline">(\d+) af 65 løfter er røde', screen(app))
    bar = {option.content: option for option in app.get("button_group")[0].proto.options}
    reds = [text for text in bar if "Ikke " in text or "Bagud" in text]
    assert sum(int(text.split("**")[1]) for text in reds) == int(n)
    matrix = re.search('<table class="pj-matrix">.*?</table>', screen(app))[0]
    heads = re.findall("<th .*?</th>", matrix)
    assert sum(head.count('"pj-shape ') - head.count("pj-faded") for head in heads) == int(n)
    (listed,) = re.findall(r"Viser (\d+) af 65 løfter</caption>", screen(app))
    assert listed == n


def test_no_red_stands_twice_in_a_list(open_app, reached_late):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden", year="2017")
    rest = re.sub('<table class="pj-matrix">.*?</table>', "", screen(app))
    names = re.findall(r"criterion=([\w-]+)", rest.partition("pj-slope")[0])
    assert len(names) == len(set(names)) == 5


def test_what_was_reached_late_stands_beside_the_value_that_reached_it(open_app, reached_late):
    where = {"strategy": "hovedstaden", "year": "2017", "search": AGENTS}
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", **where)
    assert "Viser 1 af 65 løfter" in screen(app)
    row = re.search(r"<tr><th scope=.row.><a.*?</tr>", screen(app).partition("Viser 1")[2])[0]
    for text in ("Nået for sent", ">55 %<", "31. dec. 2018", "ved fristen 46 % (31. dec. 2017)"):
        assert text in row


def test_a_promise_that_fell_since_a_day_is_named_with_both_statuses(open_app, measured):
    where = {"strategy": "hovedstaden", "year": "2017", "since": "2017-06-30"}
    text = screen(open_app(Role.LEADERSHIP, "leadership/scoreboard", **where))
    assert re.search(r"Siden 30. jun. 2017 er [1-9]\d* faldet", text)
    change = re.search(f"criterion={AGENTS}.*?</li>", text.partition("pj-turns")[2])[0]
    assert "· Tiden er gået" in change


def test_the_worst_stand_with_the_words_of_their_owners_which_are_text(open_app, reached_late):
    words = Explanation("HOV-T1-C1", f"<b>Vent</b> {'lidt ' * 99}", "Vi ringer", date(2018, 2, 1))
    with database() as db:
        for criterion in strategies.strategy("hovedstaden").criteria:
            if criterion.due and criterion.due.year < 2015:
                explain(db, replace(words, criterion_id=criterion.id), by=STEWARD, on=TODAY)
    where = {"strategy": "hovedstaden", "year": "2017"}
    worst = screen(open_app(Role.LEADERSHIP, "leadership/scoreboard", **where))
    own = re.search("<p class=.pj-own-words.*?</p>", worst)[0]
    assert own.startswith('<p class="pj-own-words">”&lt;b&gt;Vent&lt;/b&gt; lidt')
    assert "…” Det gør vi: Vi ringer (inden 1. feb. 2018)" in own
    assert own.count("lidt") < 40


def test_a_choice_of_the_list_stands_in_the_address_until_it_is_taken_back(open_app, measured):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden", kind="survey")
    assert "Viser 23 af 65 løfter" in screen(app)
    app.selectbox(key="board_theme").select("HOV-T2").run()
    assert app.query_params["theme"] in ("HOV-T2", ["HOV-T2"])
    app.text_input(key="board_search").set_value("intet af det").run()
    assert any("Ingen løfter passer" in element.value for element in app.info)
    app.text_input(key="board_search").set_value("").run()
    app.selectbox(key="board_kind").select("").run()
    assert "Viser 12 af 65 løfter" in screen(app)
    assert "kind" not in app.query_params
    promise = re.search(r'href="(criterion[^"]+)"', screen(app))[1]
    assert "theme=HOV-T2" in promise


@pytest.fixture
def moved_date(own_database):
    """A criterion that the paper promises for 2017, with a target adopted for 2028."""
    later = Target(
        AGENTS, IndicatorKind.PERCENTAGE, Direction.INCREASE, 5, date(2013, 12, 31), 50,
        date(2028, 12, 31), set_on=date(2014, 1, 1),
    )  # fmt: skip
    with database() as db:
        targets.set_target(db, later, by=STEWARD, on=date(2014, 1, 1))


@pytest.mark.parametrize(
    "page",
    [
        "leadership/scoreboard",
        "leadership/criterion",
        "committee/annual_status",
        "steward/targets",
        "steward/observations",
    ],
)
def test_a_moved_date_is_said_wherever_the_promise_is_listed(open_app, moved_date, page):
    address = {"strategy": "hovedstaden", "criterion": AGENTS, "year": "2017", "sort": "paper"}
    text = screen(open_app(Role.STEWARD, page, **address))
    assert "Frist flyttet 2017 → 2028" in text
    assert re.search(r"Efter den lovede frist: <.{,900}Ikke dokumenteret", text)


def test_a_moved_date_stands_in_the_register_too(open_app, moved_date):
    app = open_app(Role.STEWARD, "steward/registers", strategy="hovedstaden")
    app.session_state["register_section"] = "Temaer"
    tables = " ".join(table.value.to_string() for table in app.run().table)
    assert tables.count("Frist flyttet 2017 → 2028") == 1


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ("leadership/scoreboard", "1 frist er flyttet; efter de lovede frister er 1 af dem røde."),
        ("committee/annual_status", "Efter den lovede frist er 1 af 1 røde."),
    ],
)
def test_moved_dates_are_counted_among_the_first_figures(open_app, moved_date, page, sentence):
    text = screen(open_app(Role.LEADERSHIP, page, strategy="hovedstaden", year="2017"))
    assert sentence in text


def test_a_page_says_which_day_it_shows_and_when_that_was_known(open_app):
    app = open_app(Role.LEADERSHIP, "leadership/scoreboard", strategy="hovedstaden", year="2017")
    assert re.search(r"Status pr. 31. dec. 2017, vidensdato .* forfaldt i 2017", screen(app))
    assert "vidensdato" in screen(criterion(open_app))


def criterion(open_app, role=Role.LEADERSHIP, **query):
    address = {"strategy": "hovedstaden", "criterion": AGENTS, "year": "2016"} | query
    return open_app(role, "leadership/criterion", **address)


def test_a_promise_tells_its_story_in_one_page(open_app, measured):
    text = screen(criterion(open_app, tab="x")).replace("\\", "")
    for part in (
        # The paper's words with their place, the deadline, the target and who answers for it.
        "”innovationsagenter på de fleste afdelinger”",
        "under ”Innovationskompetencer og -kultur”, linje 693",
        "I 2017 (31. dec. 2017)",
        "over 50 % senest 31. dec. 2017. Udgangspunkt 5 % den 31. dec. 2013.",
        "<dd>Videncenter</dd>",
        # How it stands, and why.
        "I risiko",
        ">30 %</p>",
        "56 % af den lovede ændring er nået; 75 % var forventet den dag.",
        "20 procentpoint fra målet: over 50 %",
        "8,8 procentpoint bag det forventede 38,8 %",
        "38,76",
        # A correction stays visible, and is marked.
        "<del>99 %</del>",
        "rettet siden",
    ):
        assert part in text
    links = re.findall(r'href="(criterion[^"]*)" target="_self" class="(\w+)"', text)
    assert [(side, "tab=x" in link, "year=2016" in link) for link, side in links] == [
        ("before", True, True),
        ("after", True, True),
    ]


def test_a_criterion_without_target_and_measurement_says_what_is_missing(open_app):
    text = " ".join(element.value for element in criterion(open_app, criterion="HOV-T2-C2").info)
    assert "intet at tegne" in text
    assert "Intet er sat eller målt endnu" in text


def test_only_a_steward_is_shown_the_way_to_the_forms(open_app):
    assert not criterion(open_app).get("page_link")
    assert criterion(open_app, Role.STEWARD).get("page_link")


@pytest.mark.parametrize("page", ["culture", "culture_method"])
def test_the_culture_pages_say_what_to_do_before_anything_is_released(open_app, page):
    app = open_app(Role.LEADERSHIP, f"leadership/{page}")
    assert "frigivet noget resultat endnu" in app.info[0].value


@pytest.fixture
def culture(open_app):
    """culture(page, view, before=True, unit="A", ...) -> AppTest; the rest is about the release."""

    def opened(page="culture", view=None, *, before=False, unit=None, **fields):
        with database() as db:
            release(db, **fields)
            if before:
                release(db, "kultur-2024", closes_on=date(2024, 3, 9))
        app = open_app(Role.LEADERSHIP, f"leadership/{page}")
        if view:
            app.session_state["culture_view" if page == "culture" else "method_view"] = view
        if unit:
            app.session_state["culture_unit"] = unit
        if view or unit:
            app.run()
        assert not app.exception
        return app

    return opened


def test_the_map_says_what_it_shows_and_hides(culture):
    text = screen(culture())
    assert re.search(r"1 af \d+ enheder ligger sikkert over Regionen", text)
    assert re.search(r"Hospital C</th><td class=.pj-hidden", text)
    assert "nogen kunne genkendes" in text


def test_units_that_have_topics_and_no_index_are_not_said_to_be_alike(culture):
    without_index = cells(a_cell("R", n=120), a_cell("R", "TRU", n=120), a_cell("A", "TRU", n=70))
    text = screen(culture(cell_rows=without_index))
    assert "Ingen enhed under Regionen har et samlet indeks, der kan vises." in text
    assert "kan ikke skelnes sikkert" not in text
    hospital = re.search(r"Hospital A<.*?</tr>", text)[0]
    assert (hospital.count("pj-hidden"), "<b>50</b>" in hospital) == (9, True)


def test_a_figure_opened_without_its_questions_says_that_few_of_the_staff_moved(culture):
    app = culture()
    app.selectbox(key="opened_unit").select("A").run()
    app.selectbox(key="opened_measure").select("TRU").run()
    assert "er kun få kommet til" in " ".join(caption.value for caption in app.caption)


def test_a_unit_that_differs_is_said_to_in_words_and_not_only_by_colour(culture):
    cells = re.findall(r"Hospital [AB]<.*?</tr>", screen(culture()))
    assert ", over, " in cells[0]
    assert ", ingen klar forskel, " in cells[1]


def test_units_stand_in_the_organisations_order_where_nothing_tells_them_apart(culture):
    app = culture(reliability=reliability())
    assert "kan ikke skelnes sikkert fra hinanden" in screen(app)
    assert not [box for box in app.selectbox if box.key == "culture_sort"]


def test_units_are_sorted_only_by_what_tells_them_apart(culture):
    (sort,) = [box for box in culture().selectbox if box.key == "culture_sort"]
    assert sort.options == ["Indeks", "Organisationens rækkefølge"]


def test_a_unit_with_units_of_its_own_leads_to_them(culture):
    links = re.findall(r'href="(culture[^"]*)"[^>]*>([^<]*)<', screen(culture()))
    # In the map, and in the map for a phone.
    assert links == 2 * [("culture?wave=kultur-2026&amp;view=map&amp;under=A", "Hospital A")]


def test_on_a_phone_a_unit_stands_with_its_index_and_the_topics_that_stand_out(culture):
    brief = screen(culture()).partition("pj-brief")[2]
    rows = re.findall(r"Hospital [AC]<.*?</tr>", brief)
    assert "<b>60</b>" in rows[0]
    assert ("pj-hidden" in rows[1], "<b>" in rows[1]) == (True, False)


def test_an_address_opens_its_survey_view_and_unit(open_app):
    with database() as db:
        release(db)
        release(db, "kultur-2024", closes_on=date(2024, 3, 9))
    query = {"wave": "kultur-2024", "view": "participation", "under": "A"}
    text = screen(open_app(Role.LEADERSHIP, "leadership/culture", **query))
    assert "Kultur 2024" in text
    assert "Afsnit A1" in text


def test_a_wrong_address_shows_the_map_of_the_whole(open_app):
    with database() as db:
        release(db)
    query = {"wave": "x", "view": "<b>", "under": "' OR 1=1"}
    app = open_app(Role.LEADERSHIP, "leadership/culture", **query)
    assert "sikkert over Regionen" in screen(app)


def test_a_figure_opens_to_its_questions_answers_formula_and_interval(culture):
    app = culture()
    app.selectbox(key="opened_measure").select("TRU").run()
    text = screen(app)
    assert "Hos os er det trygt at sige højt" in text
    assert "af 200 ansatte" in text
    assert "Her er s = 19, n = 120 og N = 200" in text.replace("\\", "")


def test_an_opened_figure_stands_in_the_address_and_is_opened_by_it(open_app):
    with database() as db:
        release(db)
    query = {"view": "map", "opened": "A", "measure": "TRU"}
    app = open_app(Role.LEADERSHIP, "leadership/culture", **query)
    assert app.selectbox(key="opened_unit").value == "A"
    assert "Hos os er det trygt at sige højt" in screen(app)
    app.selectbox(key="opened_unit").select("R").run()
    assert app.query_params["opened"] == "R"


def test_the_figures_above_every_view_are_the_chosen_units(culture):
    (cards,) = re.findall('<ul class="pj-tally">.*?</ul>', screen(culture(unit="A")))
    assert "<b>60</b>" in cards
    assert "<b>70</b>Gyldige svar" in cards


def test_a_unit_is_called_by_its_own_name_under_its_parent(culture):
    units = tuple(replace(unit, name=unit.name.replace("Hospital", "Regionen")) for unit in REGION)
    assert ">B</th>" in screen(culture(structure=units))


def test_a_reservation_stands_beside_a_thin_response(culture):
    units = tuple(replace(unit, staff=100) if unit.id == "B" else unit for unit in REGION)
    text = screen(culture(structure=units))
    assert "40 %, forbehold" in text
    assert "under halvdelen har svaret: læs tallene med forbehold" in text


def test_a_page_without_any_figure_says_that_all_is_hidden(culture):
    text = screen(culture(cell_rows=CELLS[CELLS["unit_id"] == "ingen"]))
    assert "ikke kan vises et samlet indeks" in text
    assert "Alle tal her er skjult" in text


def test_the_file_to_fetch_holds_only_what_is_shown(culture):
    labels = [button.proto.label for button in culture().get("download_button")]
    assert "Hent alle enhedernes tal (CSV)" in labels
    assert [label[-5:] for label in labels[1:]] == ["(SVG)", "(PNG)", "(CSV)"]


def test_the_questionnaire_is_said_not_to_be_validated(culture):
    assert "ikke afprøvet i en valideringsundersøgelse" in screen(culture())


def test_why_the_level_is_no_higher_names_the_gate(culture):
    cells = CELLS.assign(predicted=CELLS["predicted"].where(CELLS["unit_id"] != "R", 62))
    assert "Niveau 4 kræver" in screen(culture(cell_rows=cells))


def test_units_between_two_levels_are_shown_between_them(culture):
    text = screen(culture(view="levels"))
    assert '3–4: mellem to niveauer</th><td class="pj-number">1 enhed' in text
    assert 'Skjult: for få har svaret</th><td class="pj-number">1 enhed' in text


def test_without_an_earlier_survey_there_is_no_development(culture):
    assert "ingen tidligere undersøgelse" in screen(culture(view="change"))


def test_a_change_is_told_with_the_rule_behind_its_words(culture):
    text = screen(culture(view="change", before=True))
    assert "Steget lidt og faldet lidt er også sikkert" in text
    assert "Regionen, når alle de viste enheder ses på én gang: Ingen ændring er sikker" in text


def test_a_reorganised_unit_has_no_development(culture):
    moved = tuple(replace(unit, kind="flyttet") if unit.id == "A" else unit for unit in REGION)
    text = screen(culture(view="change", before=True, structure=moved))
    assert "ny struktur: ingen udvikling" in text


def test_the_funnel_stands_beside_the_region_and_hides_what_is_hidden(culture):
    app = culture(view="funnel", unit="A")
    assert "Hospital A: 55" in screen(app)
    assert "ikke af idéer" in screen(app)


def test_a_funnel_of_a_hidden_unit_says_so(culture):
    cells = CELLS[CELLS["measure"] != "FUN1"]
    assert "andele vises ikke" in screen(culture(view="funnel", unit="A", cell_rows=cells))


def test_participation_gives_a_rate_from_ten_staff_and_says_what_is_hidden(culture):
    text = screen(culture(view="participation"))
    assert "60 %" in text
    assert re.search(r"Hospital C.*?skjult", text)


def test_participation_says_not_how_many_of_few_have_answered(culture):
    text = screen(culture(view="participation", unit="A", cell_rows=OF_FEW))
    row = re.search(r"Afsnit A2.*?</tr>", text)[0]
    assert re.findall(r"<td[^>]*>([^<]*)", row) == [
        "8",
        "mindst 5",
        "tre fjerdedele eller flere",
        "ingen",
    ]
    assert "Under 10 ansatte står her kun" in text


def test_an_opened_figure_says_not_of_how_few_the_answers_are(culture):
    app = culture(unit="A", cell_rows=OF_FEW)
    app.selectbox(key="opened_unit").select("A2").run()
    text = screen(app)
    assert "tre fjerdedele eller flere" in text
    assert "8 ansatte" not in text
    assert "Her er s" not in text
    assert "Lå de alle" not in text


def test_drivers_are_said_to_be_no_causes(culture):
    app = culture("culture_method", "drivers")
    assert "Sammenhæng, ikke årsag" in screen(app)
    assert "Balance" in screen(app)


def test_too_few_answers_give_no_drivers(culture):
    assert "mindst 200" in screen(culture("culture_method", "drivers", drivers=NO_DRIVERS))


def test_groups_are_named_by_the_questionnaire_and_hidden_ones_say_so(culture):
    text = screen(culture("culture_method", "groups"))
    assert "Sygeplejerske" in text
    assert re.search(r"Hospital B</th><td class=.pj-hidden", text)


def test_reliability_says_in_words_whether_units_may_be_compared(culture):
    app = culture("culture_method")
    text = screen(app)
    assert "1 af 10 tal" in text
    assert "Den kan det ikke i: " in text
    assert "forskelle kan være tilfældige" in text
    drawer = next(d for d in app.expander if d.label == "Sådan er det regnet")
    assert "r = 0,20" in screen(drawer).replace("\\", "")
    assert "ICC(1)" in screen(drawer)


def test_a_release_tells_its_smallest_group_and_what_the_auditor_found(culture):
    app = culture("culture_method", "release")
    assert "5 svar bag hvert gennemsnit" in screen(app)
    assert "Revisoren fandt ingen gruppe" in screen(app)
    assert "breaches" not in screen(app)


@pytest.mark.parametrize("page", ["leadership/scoreboard", "leadership/criterion"])
def test_a_department_is_kindly_refused(open_app, page):
    assert "ikke åben" in open_app(Role.DEPARTMENT, page).warning[0].value
