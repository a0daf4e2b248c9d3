"""The rules of WCAG that a machine can check; a phone shows a page without sideways scrolling."""

from itertools import product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright import sync_api

from tests.journeys.conftest import DESKTOP, PHONE
from tests.journeys.walking import comes_true, go, turn_to
from tests.running import BROWSER_COOKIE

pytestmark = pytest.mark.journey
STREAMLIT = (
    "scoreboard?strategy=hovedstaden",
    "criterion?strategy=hovedstaden&criterion=HOV-T2-C9",
    "annual_status?strategy=hovedstaden&year=2024",
    "my_updates",
    "targets?strategy=hovedstaden&criterion=HOV-T2-C9",
    "observations?strategy=hovedstaden&criterion=HOV-T2-C9",
    "waves",
    "idea_clinic",
    "registers",
    "own_ideas",
    "own_culture",
    "culture",
    "culture_method",
    "comments",
    "unit_home",
    "due_now",
)
PLAIN = ("svar", "svar/kode", "svar/0000-0000")
# With "violations" the rules are the same; only what a page does well is not listed node by node.
RULES = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]},
    "resultTypes": ["violations"],
}
# The page, and within it all that would scroll.
NOT_WIDER = """() => [...document.querySelectorAll("html, main *")].every(place => {
  const scrolls = place.tagName === "HTML" || /auto|scroll/.test(getComputedStyle(place).overflowX);
  return !scrolls || place.scrollWidth <= place.clientWidth + 1;
})"""


@pytest.fixture(scope="module")
def window(desktop):
    """One window for all pages."""
    desktop.clear_cookies()
    desktop.add_cookies([BROWSER_COOKIE])
    page = desktop.new_page()
    yield page
    page.close()


@pytest.fixture(
    scope="module",
    params=product(("empty_server", "demo_server"), STREAMLIT + PLAIN),
    ids=" ".join,
)
def page(request, window):
    """Each page full of data and each page empty, drawn to the end on a desktop."""
    name, address = request.param
    server = request.getfixturevalue(name)
    window.set_viewport_size(DESKTOP)
    # A page that stands in the menu is drawn sooner from there than with the whole dashboard anew.
    menu = f"[data-testid=stSidebarNav] a[href$='/{address}']"
    if window.url.startswith(server.url) and window.locator(menu).count():
        turn_to(window, menu)
    else:
        go(window, server, address)
    return window


def violations(page):
    broken = Axe().run(page, options=RULES).response["violations"]
    return {rule["id"]: [node["html"][:160] for node in rule["nodes"]] for rule in broken}


def is_wider_than_its_window(page):
    return not comes_true(page, NOT_WIDER, timeout=5_000)


def test_no_rule_of_wcag_is_broken(page):
    assert violations(page) == {}


def test_a_phone_never_scrolls_sideways(page):
    page.set_viewport_size(PHONE)
    assert not is_wider_than_its_window(page)


def test_on_a_phone_a_keyboard_comes_to_all_that_scrolls(demo_server, window):
    window.set_viewport_size(PHONE)
    go(window, demo_server, "criterion?strategy=hovedstaden&criterion=HOV-T2-C9")
    assert violations(window) == {}


def test_a_control_is_called_what_its_label_shows_and_not_its_markdown(demo_server, window):
    go(window, demo_server, "idea_clinic?tab=one")
    field = window.get_by_label("Idéen i få ord", exact=True)
    field.evaluate("field => field.setAttribute('aria-label', 'Id\\\\éen i f:small[]å ord')")
    sync_api.expect(field).to_have_accessible_name("Idéen i få ord")


def test_on_a_phone_the_menu_has_a_named_opener_for_a_thumb_and_shuts_on_a_choice(
    demo_server, phone_page
):
    go(phone_page, demo_server, "scoreboard")
    opener = phone_page.get_by_role("button", name="Vis menuen")
    assert min(opener.bounding_box()[side] for side in ("width", "height")) >= 44
    opener.click()
    phone_page.get_by_role("link", name="Målinger").click()
    sync_api.expect(phone_page.locator("h1")).to_have_text("Målinger", timeout=20_000)
    sync_api.expect(phone_page.get_by_test_id("stSidebar")).not_to_be_in_viewport()
