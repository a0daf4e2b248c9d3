"""A steward turns a promise into a figure, logs a measurement, and everybody can follow the sum."""

from datetime import date, timedelta

import pytest

from tests.journeys.walking import date_into, go, press, sees, write

pytestmark = pytest.mark.journey
TODAY = date.today()  # noqa: DTZ011 - the program under test reads the clock of the day
TWO_YEARS, A_MONTH = timedelta(days=730), timedelta(days=30)
AGENTS, ORGANISING = "HOV-T2-C9", "HOV-T1-C7"


def of(criterion):
    return f"strategy=hovedstaden&criterion={criterion}"


def set_target(page, server, criterion=AGENTS):
    go(page, server, f"targets?{of(criterion)}")
    write(page, "Udgangspunkt (% af afdelinger)", 5)
    date_into(page, "Udgangspunktets dato", TODAY - TWO_YEARS)
    write(page, "Mål (% af afdelinger)", 50)
    date_into(page, "Frist", TODAY + TWO_YEARS)
    write(page, "Hvem har ansvaret?", "Videncenter for Innovation og Forskning")
    write(page, "Hvor er det besluttet?", "Regionsrådet 12. marts 2024, punkt 4")
    press(page, "Gem mål")
    sees(page, "er gemt: 50 % af afdelinger")


def log_measurement(page, server, value, criterion=AGENTS):
    go(page, server, f"observations?{of(criterion)}")
    date_into(page, "Dagen, tallet gælder for", TODAY - A_MONTH)
    write(page, "Værdi (% af afdelinger)", value)
    press(page, "Gem måling")


def test_a_measurement_changes_the_status_and_every_page_shows_it(shared_server, browser_page):
    set_target(browser_page, shared_server)
    log_measurement(browser_page, shared_server, 30)
    sees(browser_page, "Status er ændret fra Ingen data til På sporet")
    browser_page.get_by_role("link", name="Hvorfor?").click()
    sees(browser_page, "26,6")
    go(browser_page, shared_server, "scoreboard?strategy=hovedstaden")
    sees(browser_page, "På sporet")


def test_a_correction_leaves_the_old_figure_struck_through(shared_server, browser_page):
    set_target(browser_page, shared_server, ORGANISING)
    log_measurement(browser_page, shared_server, 31, ORGANISING)
    log_measurement(browser_page, shared_server, 30, ORGANISING)
    sees(browser_page, "rettet")
    assert browser_page.locator("td del, td s").count() == 1


def test_a_phone_in_english_reads_figures_the_danish_way_and_loses_nothing(
    demo_server, new_browser
):
    page = new_browser(phone=True, language="en-US")
    go(page, demo_server, f"observations?{of(AGENTS)}")
    value = page.get_by_label("Værdi (% af afdelinger)", exact=True).and_(page.locator("input"))
    assert value.get_attribute("inputmode") == "decimal"
    assert value.get_attribute("aria-required") == "true"
    value.fill("40,5")
    # Without leaving the field first: its run and that of the link come at once.
    page.get_by_role("link", name="Hvorfor?").tap()
    page.get_by_role("heading", name="Succeskriterium", exact=True).wait_for()
    page.go_back()
    page.get_by_role("heading", name="Målinger", exact=True).wait_for()
    sees(page, "Du skriver 40,5 % af afdelinger")


def test_what_is_wrong_is_linked_from_the_top_to_its_field(demo_server, browser_page):
    go(browser_page, demo_server, f"observations?{of(AGENTS)}")
    write(browser_page, "Værdi (% af afdelinger)", 30)
    write(browser_page, "Dagen, tallet gælder for", "31.02.2017")
    press(browser_page, "Gem måling")
    browser_page.get_by_role("alert").get_by_role("link", name="Dagen, tallet gælder for").click()
    wrong = browser_page.locator("input:focus")
    assert wrong.get_attribute("aria-invalid") == "true"
    assert wrong.input_value() == "31.02.2017"
