"""The steps of a person on a page, by the names a person sees."""

import time
from contextlib import suppress
from datetime import date

from playwright import sync_api
from playwright.sync_api import expect

SLOW = 20_000
RUNNING = "[data-testid=stApp][data-test-script-state=running]"
# What Streamlit still draws: grey boxes, and charts before their picture.
UNDRAWN = "[data-testid=stSkeleton], [data-testid=stVegaLiteChart]:not(:has(canvas, svg))"


def go(page, server, address):
    """Open a page and wait until it has drawn itself to the end."""
    page.goto(f"{server.url}/{address}")
    page.locator("h1").first.wait_for(timeout=SLOW)
    settle(page)


def turn_to(page, link):
    """Follow a link of the menu to another page and wait until that has drawn itself to the end."""
    address = page.locator(link).get_attribute("href").rpartition("/")[2]
    page.locator(link).click()
    page.wait_for_url(f"**/{address}**", timeout=SLOW)
    wait_for_run(page)


def settle(page):
    """Wait until Streamlit has run and drawn to the end; plain pages are always still."""
    expect(page.locator(RUNNING)).to_have_count(0, timeout=SLOW)
    expect(page.locator(UNDRAWN)).to_have_count(0, timeout=SLOW)


def wait_for_run(page):
    """Wait for the run that an action causes; where none begins within 300 ms there is none."""
    with suppress(sync_api.TimeoutError):
        page.locator(RUNNING).wait_for(state="attached", timeout=300)
    settle(page)


def press(page, name, *, exact=True):
    page.get_by_role("button", name=name, exact=exact).first.click()
    wait_for_run(page)


def tab(page, name):
    page.get_by_role("tab", name=name).click()
    # The address follows; who presses before that sends the old one along, and it is obeyed.
    wait_for_run(page)


def write(page, label, text):
    field = page.get_by_label(label, exact=True).and_(page.locator("input, textarea")).first
    field.fill(str(text))
    field.press("Tab")


def date_into(page, label, day: date):
    write(page, label, f"{day:%d.%m.%Y}")


def pick(page, label, option):
    field = page.get_by_label(label, exact=True).and_(page.locator("input")).first
    choice = page.get_by_role("option", name=option).first
    field.click()
    with suppress(sync_api.TimeoutError):
        choice.wait_for(timeout=3_000)
    if not choice.is_visible():
        # A page that draws itself once more has shut the list again; a person opens it anew.
        page.keyboard.press("Escape")
        field.click()
    choice.click()
    wait_for_run(page)


def bring(page, path, *, at=0):
    """Put a file into the form and write it after its trial."""
    page.locator("input[type=file]").nth(at).set_input_files(path)
    wait_for_run(page)
    press(page, "Gem filens indhold")


def comes_true(page, script, *, timeout=SLOW):
    """Whether what the page computes becomes true within some milliseconds.

    Asked from outside each time: the policy of our pages forbids the repeated look of
    `wait_for_function`, which only works where the first look finds it true.
    """
    until = time.monotonic() + timeout / 1000
    while not (result := page.evaluate(script)) and time.monotonic() < until:
        page.wait_for_timeout(50)
    return result


def sees(page, text):
    expect(page.get_by_text(text).filter(visible=True).first).to_be_visible(timeout=SLOW)
