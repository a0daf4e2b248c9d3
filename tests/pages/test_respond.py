"""A respondent answers by link, in plain HTML, without script."""

import re
from datetime import date
from pathlib import Path

import pytest
from starlette.applications import Starlette

from models.access import Role, Viewer
from models.services.waves import lifecycle
from models.storage import marks, units
from models.storage.answers import comments, drafts, responses
from models.wording import LANGUAGES
from pages.respond.html import NOTICES, notice
from pages.respond.routes import ROUTES
from pages.shell.database import database
from survey.asking.organisation import Unit
from tests.pages.asking import Browser

TEMPLATES = Path(__file__).parents[2] / "pages" / "respond" / "templates"

STEWARD = Viewer("tester", Role.STEWARD)
TODAY = date.today()  # noqa: DTZ011 - the pages under test read the clock of the day
BASE = "https://pejling.example"
UNITS = [
    Unit("rh", None, "Regionen", "region", 60),
    Unit("her", "rh", "Herlev", "hospital", 40),
    Unit("odd", "rh", "<b>A & B</b>", "hospital", 40),
]


def open_wave(organisation):
    """The links of a wave that is opened in these units."""
    with database() as db:
        units.replace(db, organisation)
        planned = lifecycle.create(
            db,
            "Kultur 2026",
            instrument_id="rik-30",
            smallest_group=7,
            approved_on=TODAY,
            minutes="MED 1/2026",
            by=STEWARD,
        )
        return lifecycle.open_wave(db, planned.id, by=STEWARD, on=TODAY)


@pytest.fixture
def tokens(own_database):
    """The links of an open wave."""
    return open_wave(UNITS)


@pytest.fixture
def browser():
    return Browser(Starlette(routes=ROUTES), BASE, **{"Accept-Language": "da-DK,da;q=0.9,en;q=0.8"})


@pytest.fixture
def inside(browser, tokens):
    """A browser that has come in by the link of Herlev."""
    browser.get(f"/svar/{tokens['her']}")
    return browser


def seal(answer):
    return re.search(r'name="seal" value="(\w+)"', answer.text)[1]


def answer(browser, number, go="next", **answers):
    form = {"seal": seal(browser.get(f"/svar/side/{number}")), "go": go, **answers}
    return browser.post(f"/svar/side/{number}", form)


def send(browser, **more):
    """Press "Send svarene" as the page offers it."""
    page = browser.get("/svar/gennemse").text.split('action="/svar/send"')[1].split("</form>")[0]
    form = dict(re.findall(r'name="(\w+)" value="(\w+)"', page))
    return browser.post("/svar/send", form | more), form


def comment_rows():
    with database(answers=True) as db:
        return [(comment.unit_id, comment.text) for comment in comments.of(db, "kultur-2026")]


def comment_field(answer):
    """The content of the field for own words."""
    return re.search(r'<textarea[^>]*name="OPN1"[^>]*>\n(.*?)</textarea>', answer.text, re.DOTALL)[
        1
    ]


def answer_rows():
    with database(answers=True) as db:
        return responses.answers(db, "kultur-2026")


def ticked(answer):
    return re.findall(r'name="(\w+)" value="(\d+)" checked', answer.text)


def test_the_link_leaves_the_address_bar_at_once(browser, tokens):
    answer = browser.get(f"/svar/{tokens['her']}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/svar")


def test_the_cookie_is_for_these_pages_only_and_not_for_scripts(browser, tokens):
    cookie = browser.get(f"/svar/{tokens['her']}").headers["set-cookie"]
    assert all(word in cookie for word in ("HttpOnly", "SameSite=lax", "Path=/svar", "Secure"))


def test_the_start_says_for_whom_how_long_and_from_how_many_a_result_is_shown(inside):
    page = inside.get("/svar").text
    assert "Du svarer for Herlev." in page
    assert "8 minutter" in page
    assert "mindst 7 besvarelser" in page


def test_a_question_stands_with_its_answers_as_one_group(inside):
    page = inside.get("/svar/side/1").text
    assert page.count("<fieldset") == page.count("<legend") == 3
    assert len(re.findall(r'name="TRU1" value="\d"', page)) == 6


def test_what_was_answered_is_still_there_after_going_on_and_back(inside):
    answer(inside, 1, TRU1="4", TRU2="0")
    assert answer(inside, 2, go="back").headers["location"] == "/svar/side/1"
    assert ticked(inside.get("/svar/side/1")) == [("TRU1", "4"), ("TRU2", "0")]


def test_changing_the_language_keeps_what_was_just_ticked(inside):
    answer(inside, 1, go="sv", TRU1="4")
    page = inside.get("/svar/side/1")
    assert '<html lang="sv">' in page.text
    assert ticked(page) == [("TRU1", "4")]


def test_an_answer_can_be_changed_until_it_is_sent(inside):
    answer(inside, 1, TRU1="4")
    answer(inside, 1, TRU1="2")
    send(inside)
    assert answer_rows()["TRU1"].tolist() == [2]


@pytest.mark.parametrize(
    ("number", "item"), [(1, "TRU1"), (10, "FUN1"), (11, "OVR1"), (12, "BAG2")]
)
def test_any_choice_can_be_taken_back(inside, number, item):
    answer(inside, number, **{item: "2"})
    assert f'name="{item}" value="none"' in inside.get(f"/svar/side/{number}").text
    answer(inside, number, **{item: "none"})
    assert ticked(inside.get(f"/svar/side/{number}")) == []


def test_what_was_taken_back_in_one_tab_is_not_sent_from_another(inside):
    answer(inside, 1, TRU1="4", TRU2="3")
    page = inside.get("/svar/gennemse").text
    answer(inside, 1, TRU1="none")
    inside.post("/svar/send", dict(re.findall(r'name="(\w+)" value="(\w+)"', page)))
    assert answer_rows().dropna(axis="columns").columns.tolist()[-1] == "TRU2"


@pytest.mark.parametrize("item", ["BAG1", "BAG2"])
def test_one_may_decline_to_answer_about_oneself(inside, item):
    page = inside.get("/svar/side/12").text
    assert page.count("Ønsker ikke at svare") == 2
    answer(inside, 12, **{item: "0"})
    assert ticked(inside.get("/svar/side/12")) == [(item, "0")]


def test_who_declines_to_say_their_profession_is_in_no_group(inside):
    answer(inside, 12, BAG2="0")
    send(inside)
    assert answer_rows()["group"].tolist() == [""]


def test_a_second_tab_hears_that_the_answers_are_sent(inside):
    answer(inside, 1, TRU1="4")
    form = {"seal": seal(inside.get("/svar/side/2")), "RIS1": "3"}
    send(inside)
    page = inside.post("/svar/side/2", form)
    assert page.status_code == 409
    assert "Svarene er sendt" in page.text
    assert "ligger den der stadig" not in page.text


@pytest.mark.parametrize("status", NOTICES)
def test_a_notice_claims_nothing_of_a_draft_that_may_be_sent(status):
    text = notice(status).body.decode()
    assert "ligger den der stadig" not in text.replace(
        "Har du en kladde, du hverken har sendt eller slettet, ligger den der stadig", ""
    )


def test_the_last_screen_leads_to_the_overview_with_what_is_open(inside):
    assert answer(inside, 12, BAG1="1").headers["location"] == "/svar/gennemse"
    page = inside.get("/svar/gennemse").text
    assert "Du har svaret på 1 af 37 spørgsmål. De 36 andre må gerne stå tomme." in page


def test_what_is_sent_is_stored_for_the_unit_and_nobody(inside):
    answer(inside, 1, TRU1="4", TRU2="0")
    assert send(inside)[0].headers["location"] == "/svar/tak"
    rows = answer_rows().dropna(axis="columns")
    assert rows[["unit_id", "TRU1", "TRU2"]].to_numpy().tolist() == [["her", 4, 0]]


def test_a_double_click_stores_one_questionnaire(inside):
    answer(inside, 1, TRU1="4")
    before = dict(inside.cookies)
    _, form = send(inside)
    inside.cookies.update(before)
    assert inside.post("/svar/send", form).headers["location"] == "/svar/tak"
    assert len(answer_rows()) == 1


@pytest.fixture
def unthanked(inside):
    """A browser that has sent answers and never got the thanks."""
    answer(inside, 1, TRU1="4")
    before = inside.cookies
    _, inside.form = send(inside)
    inside.cookies = before
    return inside


def test_lost_thanks_are_there_at_the_next_visit_and_the_next_person_counts(unthanked):
    assert unthanked.get("/svar").headers["location"] == "/svar/tak"
    answer(unthanked, 1, TRU1="2")
    assert send(unthanked)[0].headers["location"] == "/svar/tak"
    assert sorted(answer_rows()["TRU1"]) == [2, 4]


@pytest.mark.parametrize("path", ["/svar/side/1", "/svar/gennemse"])
def test_no_screen_opens_under_a_key_that_is_spent(unthanked, path):
    assert unthanked.get(path).headers["location"] == "/svar/tak"


@pytest.mark.parametrize("path", ["/svar/side/2", "/svar/slet", "/svar/gennemse"])
def test_what_comes_after_lost_thanks_is_not_said_to_be_stored_nor_the_draft_unsent(
    unthanked, path
):
    page = unthanked.post(path, {"seal": unthanked.form["seal"], "RIS1": "3"})
    assert page.status_code == 409
    assert "er ikke med" in page.text
    assert "Intet er sendt" not in page.text


def test_the_next_person_at_the_same_computer_begins_with_nothing(inside, tokens):
    answer(inside, 1, TRU1="4")
    send(inside)
    inside.get(f"/svar/{tokens['her']}")
    assert ticked(inside.get("/svar/side/1")) == []


def test_an_empty_questionnaire_is_not_sent(inside):
    form = {"seal": seal(inside.get("/svar/side/1"))}
    assert inside.post("/svar/send", form).headers["location"] == "/svar/gennemse"
    assert answer_rows().empty


def test_no_button_deletes_a_draft_without_asking():
    pages = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.j2")]
    drawers = [re.findall('<details class="ask">.*?</details>', page, re.DOTALL) for page in pages]
    buttons = sum(page.count('action="/svar/slet"') for page in pages)
    assert sum(text.count('action="/svar/slet"') for texts in drawers for text in texts) == buttons


def test_a_draft_can_be_deleted(inside):
    answer(inside, 1, TRU1="4")
    page = inside.post("/svar/slet", {"seal": seal(inside.get("/svar"))})
    assert "Kladden er slettet" in page.text
    assert ticked(inside.get("/svar/side/1")) == []


def test_a_draft_is_found_again_at_the_next_visit(inside, tokens):
    answer(inside, 1, TRU1="4")
    inside.get(f"/svar/{tokens['her']}")
    assert "1 af 37 spørgsmål er besvaret" in inside.get("/svar").text


def test_a_draft_stays_with_the_link_it_was_begun_through(inside, tokens):
    answer(inside, 1, TRU1="4")
    inside.get(f"/svar/{tokens['rh']}")
    assert ticked(inside.get("/svar/side/1")) == []


def test_another_browser_does_not_see_the_draft(inside, tokens):
    answer(inside, 1, TRU1="4")
    other_browser = Browser(inside.app, BASE)
    other_browser.get(f"/svar/{tokens['her']}")
    assert ticked(other_browser.get("/svar/side/1")) == []


@pytest.mark.parametrize("value", ["6", "-1", "99", "4.0", "fire", "²", "1e3", "9" * 5000])
def test_an_answer_outside_the_scale_is_refused_and_not_kept(inside, value):
    answer(inside, 1, TRU1="3")
    assert answer(inside, 1, TRU1=value).status_code == 400
    assert ticked(inside.get("/svar/side/1")) == [("TRU1", "3")]


def test_an_answer_to_a_question_of_another_screen_is_not_taken(inside):
    answer(inside, 1, TRU1="3", RIS1="3", OPN1="fri tekst")
    assert ticked(inside.get("/svar/side/2")) == []


@pytest.mark.parametrize("broken", [{"seal": ""}, {"seal": "0" * 64}, {}])
def test_a_form_that_is_not_ours_changes_nothing(inside, broken):
    assert inside.post("/svar/side/1", {**broken, "TRU1": "3"}).status_code == 403
    assert ticked(inside.get("/svar/side/1")) == []


def test_a_form_sent_from_a_foreign_page_changes_nothing(inside):
    form = {"seal": seal(inside.get("/svar/side/1")), "TRU1": "3"}
    foreign = inside.post("/svar/side/1", form, **{"Sec-Fetch-Site": "cross-site"})
    assert foreign.status_code == 403


def test_a_form_without_a_length_or_too_long_is_refused(inside):
    assert inside.post("/svar", {"code": "x" * 90_000}).status_code == 413


@pytest.mark.parametrize("path", ["/svar/findes-ikke", "/svar/%00%27", "/svar/" + "a" * 300])
def test_a_mistyped_link_is_told_kindly_in_every_language(browser, tokens, path):
    answer = browser.get(path)
    assert answer.status_code == 404
    assert all(f'<section lang="{language}">' in answer.text for language in LANGUAGES)


def test_a_closed_wave_is_told_kindly_in_every_language(inside, tokens):
    answer(inside, 1, TRU1="3")
    with database(answers=True) as db:
        lifecycle.close_wave(db, "kultur-2026", by=STEWARD, on=TODAY)
    for path in ("/svar/side/1", "/svar/gennemse"):
        page = inside.get(path)
        assert page.status_code == 410
        assert page.text.count("<section lang=") == len(LANGUAGES)
        assert 'href="/svar"' in page.text


def test_after_the_wave_has_closed_nothing_more_is_stored(inside):
    answer(inside, 1, TRU1="3")
    page = inside.get("/svar/gennemse")
    with database(answers=True) as db:
        lifecycle.close_wave(db, "kultur-2026", by=STEWARD, on=TODAY)
    assert inside.post("/svar/send", {"seal": seal(page), "TRU1": "3"}).status_code == 410
    assert answer_rows().empty


def test_without_a_link_one_may_type_it(browser, tokens):
    assert 'name="code"' in browser.get("/svar").text
    typed = f" {tokens['her'].upper().replace('-', ' ')} "
    assert browser.post("/svar", {"code": typed}).status_code == 303
    assert "Du svarer for Herlev." in browser.get("/svar").text


def test_a_whole_link_may_be_pasted_where_the_code_is_asked_for(browser, tokens):
    assert browser.post("/svar", {"code": f"{BASE}/svar/{tokens['her']}"}).status_code == 303


def test_a_wrong_code_is_told_kindly(browser, tokens):
    assert browser.post("/svar", {"code": "??"}).status_code == 404


@pytest.mark.parametrize("number", [0, 13, 999])
def test_a_screen_that_does_not_exist_leads_back_to_the_start(inside, number):
    assert inside.get(f"/svar/side/{number}").headers["location"] == "/svar"


def test_without_a_link_no_screen_is_shown(browser, tokens):
    assert browser.get("/svar/side/1").status_code == 404


@pytest.mark.parametrize(
    ("preference", "language"),
    [("sv-SE,sv;q=0.9", "sv"), ("en-GB", "en"), ("de-DE,fr", "da"), ("", "da")],
)
def test_the_first_visit_speaks_the_language_of_the_browser(browser, tokens, preference, language):
    browser.headers = {"Accept-Language": preference}
    assert f'<html lang="{language}">' in browser.get("/svar").text


@pytest.mark.parametrize(("own", "language"), [(None, "sv"), ("da", "da"), ("xx", "sv")])
def test_the_language_of_the_menu_goes_before_the_browsers(browser, tokens, own, language):
    browser.headers = {"Accept-Language": "en"}
    browser.cookies.set("pejling_language", "sv")
    if own:
        browser.cookies.set("pejling_sprog", own)
    assert f'<html lang="{language}">' in browser.get("/svar").text


def test_the_language_can_be_chosen_on_every_page(inside):
    answer = inside.post("/svar/sprog", {"go": "en", "address": "/svar/gennemse"})
    assert answer.headers["location"] == "/svar/gennemse"
    assert '<html lang="en">' in inside.get("/svar/gennemse").text


def test_choosing_a_language_leads_nowhere_else(inside):
    away = inside.post("/svar/sprog", {"go": "xx", "address": "https://evil.example"})
    assert away.headers["location"] == "/svar"


def test_no_page_is_kept_by_the_browser_or_tells_where_one_came_from(inside):
    headers = inside.get("/svar/side/1").headers
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "same-origin"
    assert "default-src 'none'" in headers["content-security-policy"]


def test_the_receipt_thanks(inside):
    assert "Tak for dine svar" in inside.get("/svar/tak").text


def test_a_unit_name_is_shown_as_it_is_written(browser, tokens):
    browser.get(f"/svar/{tokens['odd']}")
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in browser.get("/svar").text


def test_a_draft_keeps_no_trace_of_the_key_itself(inside):
    answer(inside, 1, TRU1="3")
    key = inside.cookies["pejling_svar"].partition(".")[2]
    with database(drafts=True) as db:
        assert drafts.load(db, key) is None


def test_an_invented_region_says_so_to_respondents_too(inside):
    assert "Opdigtede data" not in inside.get("/svar").text
    with database() as db:
        marks.put(db, "invented", "demo S")
    assert "Opdigtede data" in inside.get("/svar").text


def test_the_open_question_stands_under_its_warning_before_sending(inside):
    answer(inside, 1, TRU1="4")
    page = inside.get("/svar/gennemse")
    assert "Skriv ikke navne, CPR-numre" in page.text
    assert "mindst 14 kommentarer" in page.text
    assert comment_field(page) == ""


def test_own_words_are_kept_apart_without_numbers_of_people(inside):
    answer(inside, 1, TRU1="4")
    receipt, _ = send(inside, OPN1="Mere tid.\r\nRing 22 45 10 30")
    assert receipt.headers["location"] == "/svar/tak"
    assert comment_rows() == [("her", "Mere tid.\nRing [telefonnummer]")]
    assert "OPN1" not in answer_rows().columns


def test_a_double_click_keeps_one_comment(inside):
    answer(inside, 1, TRU1="4")
    cookies = inside.cookies
    _, form = send(inside, OPN1="Mere tid.")
    inside.cookies = cookies
    inside.post("/svar/send", form | {"OPN1": "Mere tid."})
    assert len(comment_rows()) == 1


@pytest.mark.parametrize("words", ["", "  \r\n "])
def test_the_open_question_may_stay_empty(inside, words):
    answer(inside, 1, TRU1="4")
    assert send(inside, OPN1=words)[0].status_code == 303
    assert comment_rows() == []


def test_too_many_words_come_back_with_what_to_do_and_nothing_is_sent(inside):
    answer(inside, 1, TRU1="4")
    back, _ = send(inside, OPN1="æ" * 603)
    assert back.status_code == 400
    assert "Kommentaren er på 603 tegn, og der er plads til 600. Gør den kortere" in back.text
    assert comment_field(back) == "æ" * 603
    assert answer_rows().empty
    assert comment_rows() == []


def test_the_longest_text_the_page_takes_comes_back_whole(inside):
    answer(inside, 1, TRU1="4")
    back, _ = send(inside, OPN1="語" * 4000)
    assert comment_field(back) == "語" * 4000


def test_changing_the_language_keeps_the_words_just_written(inside):
    answer(inside, 1, TRU1="4")
    form = {
        "seal": seal(inside.get("/svar/gennemse")),
        "go": "sv",
        "OPN1": "\n<b>Tid</b> & ro",
    }
    page = inside.post("/svar/gennemse", form)
    assert '<html lang="sv">' in page.text
    assert comment_field(page) == "\n&lt;b&gt;Tid&lt;/b&gt; &amp; ro"


def test_a_language_there_is_not_changes_nothing(inside):
    answer(inside, 1, TRU1="4")
    form = {"seal": seal(inside.get("/svar/gennemse")), "go": "xx", "OPN1": "Mere tid"}
    assert '<html lang="da">' in inside.post("/svar/gennemse", form).text


def test_own_words_are_in_no_draft_and_no_address(inside):
    answer(inside, 1, TRU1="4")
    form = {"seal": seal(inside.get("/svar/gennemse")), "go": "sv", "OPN1": "Hemmelighed"}
    page = inside.post("/svar/gennemse", form)
    assert "location" not in page.headers
    assert "Hemmelighed" not in inside.get("/svar/gennemse").text
