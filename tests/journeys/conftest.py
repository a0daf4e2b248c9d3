"""The running program with a database of its own, and a browser to walk through it."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.running import running

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture
def server(tmp_path):
    """Pejling as `make run` starts it: url, database_url, and environment for the command line."""
    with running(tmp_path) as program:
        yield program


# Closed on leaving this room: while it is open its event loop runs, and other tests want their own.
@pytest.fixture(scope="package")
def browser():
    with sync_playwright() as playwright:
        path = (
            shutil.which("chromium")
            or shutil.which("chromium-browser")
            or shutil.which("google-chrome")
        )
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_browser(browser):
    """new_browser(phone=True) -> a page in a browser of its own: other cookies, another person."""
    contexts = []

    def opened(*, phone=False, language="da-DK", **options):
        size = PHONE if phone else DESKTOP
        contexts.append(
            browser.new_context(viewport=size, locale=language, has_touch=phone, **options)
        )
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def browser_page(new_browser):
    """A page on a desktop screen."""
    return new_browser()


@pytest.fixture
def phone_page(new_browser):
    """A page on a phone."""
    return new_browser(phone=True)
