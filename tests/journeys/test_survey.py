"""A wave is opened, answered through a unit's link, closed, released, and feeds a promise."""

from datetime import date, timedelta

import pytest

from models.cli.answer import OPERATOR
from models.services.opening import opened
from models.services.waves import answering, lifecycle
from tests.journeys.walking import bring, date_into, go, pick, press, sees, tab, write
from tests.models.services.survey_builders import an_open_wave

pytestmark = pytest.mark.journey
UNITS = """unit_id;parent_id;name;kind;staff
rh;;Region Hovedstaden;region;60
her;rh;Herlev Hospital;hospital;40
"""
OTHERS, CONTENT = 39, 23
TODAY = date.today()  # noqa: DTZ011 - the program under test reads the clock of the day
TWO_YEARS = timedelta(days=730)


@pytest.fixture
def units(tmp_path):
    path = tmp_path / "enheder.csv"
    path.write_text(UNITS, encoding="utf-8")
    return path


def open_wave(page, server, units):
    go(page, server, "waves")
    tab(page, "Enheder")
    bring(page, units)
    tab(page, "Ny")
    write(page, "Navn", "Kultur 2026")
    date_into(page, "Godkendt af MED den", date(2026, 1, 15))
    write(page, "Henvisning til referatet", "MED 1/2026, punkt 3")
    press(page, "Opret undersøgelse")
    tab(page, "Undersøgelser")
    press(page, "Åbn undersøgelsen")
    sees(page, "Undersøgelsen er åben")
    pick(page, "Eller vis linket for én enhed", "Herlev Hospital")
    return page.locator("[data-testid=stCode]").first.inner_text().strip()


def answer_by_link(page, link):
    page.goto(link)
    page.get_by_role("link", name="Begynd").or_(page.get_by_role("button", name="Begynd")).click()
    page.wait_for_url("**/svar/side/1")
    screens = int(page.locator("progress").get_attribute("max"))
    for number in range(1, screens + 1):
        page.wait_for_url(f"**/svar/side/{number}")
        for question in page.locator("fieldset").all():
            answers = question.get_by_role("radio")
            answers.nth(min(3, answers.count() - 1)).check()
        page.locator("main button.primary").click()
    page.get_by_role("button", name="Send svarene").click()


def others_answer(server):
    """As many more as a share needs; they come in where the plain pages come in."""
    with opened(server.database_url) as db:
        wave = lifecycle.all_waves(db, by=OPERATOR)[0]
        for number in range(OTHERS):
            answers = {f"ANE{n}": 4 if number < CONTENT else 2 for n in (1, 2, 3)}
            key = f"another browser {number}"
            answering.submit(db, wave.id, "her", key, answers, on=TODAY)


def test_answers_through_a_link_become_the_figure_of_a_promise(
    server, browser_page, new_browser, units
):
    set_survey_target(browser_page, server)
    link = open_wave(browser_page, server, units)
    respondent = new_browser()
    answer_by_link(respondent, link)
    sees(respondent, "Tak")
    others_answer(server)
    close_and_release(browser_page, server)
    respondent.goto(link)
    sees(respondent, "Undersøgelsen er lukket")
    go(browser_page, server, "observations?strategy=hovedstaden&criterion=HOV-T2-C2")
    sees(browser_page, "60 % af svar")
    sees(browser_page, "På sporet")


def set_survey_target(page, server):
    go(page, server, "targets?strategy=hovedstaden&criterion=HOV-T2-C2")
    write(page, "Udgangspunkt (% af svar)", 20)
    date_into(page, "Udgangspunktets dato", TODAY - TWO_YEARS)
    write(page, "Mål (% af svar)", 60)
    date_into(page, "Frist", TODAY + TWO_YEARS)
    write(page, "Hvem har ansvaret?", "Videncenter for Innovation og Forskning")
    write(page, "Hvor er det besluttet?", "Regionsrådet 12. marts 2024, punkt 4")
    press(page, "Gem mål")
    sees(page, "er gemt: 60 % af svar")


def close_and_release(page, server):
    go(page, server, "waves")
    press(page, "Luk undersøgelsen")
    press(page, "Luk nu")
    sees(page, "Nu kan resultatet frigives")
    press(page, "Frigiv resultatet")
    sees(page, "Resultatet er frigivet")


def test_a_department_answers_signed_in_and_loses_nothing_on_the_way(shared_server, browser_page):
    with opened(shared_server.database_url) as db:
        an_open_wave(db)
    go(browser_page, shared_server, "waves")
    as_department(browser_page)
    go(browser_page, shared_server, "unit_home")
    way = browser_page.get_by_role("link", name="Besvar undersøgelsen").get_attribute("href")
    browser_page.goto(f"{shared_server.url}{way}")
    browser_page.get_by_role("link", name="Begynd").click()
    browser_page.get_by_role("radio", name="I høj grad").first.check()
    browser_page.get_by_role("button", name="Næste").last.click()
    browser_page.goto(f"{shared_server.url}{way}")
    sees(browser_page, "Der er en påbegyndt besvarelse")


def as_department(page):
    pick(page, "Se som", "Afdeling")
    sees(page, "Du ser som afdeling")
