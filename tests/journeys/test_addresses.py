"""The address is the view: Back, reload and a cookie's unit lead to what was seen before."""

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import SLOW, comes_true, go, pick, settle

pytestmark = pytest.mark.journey
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"


def test_back_gives_the_earlier_choice_and_the_place_on_the_page(demo_server, browser_page):
    page = browser_page
    go(page, demo_server, "scoreboard?strategy=hovedstaden&year=2015")
    promise = page.locator("a[href^='criterion?']").nth(5)
    promise.scroll_into_view_if_needed()
    place = page.evaluate(SCROLLED)
    promise.click()
    page.get_by_role("heading", name="Succeskriterium", exact=True).wait_for(timeout=SLOW)
    assert "year=2015" in page.url
    page.go_back()
    page.get_by_role("heading", name="Resultattavle", exact=True).wait_for(timeout=SLOW)
    assert comes_true(page, f"Math.abs({SCROLLED} - {place}) < 60")
    settle(page)
    page.get_by_role("button", name="Vælg strategi og dag").click()
    pick(page, "Strategi", "Region Midt")
    expect(page).to_have_title("Resultattavle: Region Midtjylland · Pejling", timeout=SLOW)
    page.go_back()
    expect(page).to_have_title("Resultattavle: Region Hovedstaden · Pejling", timeout=SLOW)


def test_see_as_keeps_its_unit_over_a_reload(demo_server, browser_page):
    page, title = browser_page, "Vores kultur: Hospital Stjernevig · Pejling"
    choices = {"pejling_role": "department", "pejling_unit": "OPD-2"}
    page.context.add_cookies(
        [{"name": name, "value": value, "url": demo_server.url} for name, value in choices.items()]
    )
    go(page, demo_server, "own_culture")
    expect(page).to_have_title(title, timeout=SLOW)
    page.reload()
    settle(page)
    expect(page).to_have_title(title, timeout=SLOW)
    assert "unit=OPD-2" in page.url
