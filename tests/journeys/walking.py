"""What a person does on a page, by the names a person sees."""

from datetime import date

from playwright.sync_api import expect

SLOW = 20_000


def go(page, server, address):
    """Open a page and wait until it has drawn itself to the end."""
    page.goto(f"{server.url}/{address}")
    page.locator("h1").first.wait_for(timeout=SLOW)
    settle(page)


def settle(page):
    """Wait until Streamlit has stopped running; plain pages are always still."""
    expect(page.locator("[data-testid=stApp][data-test-script-state=running]")).to_have_count(
        0, timeout=SLOW
    )
    page.wait_for_timeout(300)


def press(page, name, *, exact=True):
    page.get_by_role("button", name=name, exact=exact).first.click()
    settle(page)


def tab(page, name):
    page.get_by_role("tab", name=name).click()
    settle(page)


def write(page, label, text):
    field = page.get_by_label(label, exact=True).and_(page.locator("input, textarea")).first
    field.fill(str(text))
    field.press("Tab")


def date_into(page, label, day: date):
    group = page.get_by_role("group", name=label, exact=True).first
    for part, text in (("day", f"{day:%d}"), ("month", f"{day:%m}"), ("year", f"{day:%Y}")):
        segment = group.locator(f"[data-type={part}]")
        segment.click()
        segment.press_sequentially(text)
    page.keyboard.press("Tab")


def pick(page, label, option):
    page.get_by_label(label, exact=True).and_(page.locator("input")).first.click()
    page.get_by_role("option", name=option).first.click()
    settle(page)


def bring(page, path, *, at=0):
    """Put a file into the form and write it after its trial."""
    page.locator("input[type=file]").nth(at).set_input_files(path)
    settle(page)
    press(page, "Gem filens indhold")


def sees(page, text):
    expect(page.get_by_text(text).filter(visible=True).first).to_be_visible(timeout=SLOW)
