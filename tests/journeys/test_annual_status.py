"""The year is read on the page and taken home as a file."""

from pathlib import Path

import pytest

from tests.journeys.walking import go

pytestmark = pytest.mark.journey


def test_the_annual_status_is_downloaded_as_one_file(empty_server, browser_page):
    go(browser_page, empty_server, "annual_status?strategy=hovedstaden&year=2017")
    with browser_page.expect_download() as download:
        browser_page.get_by_role("button", name="Hent til udskrift").click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert text.lstrip().lower().startswith("<!doctype html")
    assert "2017" in text
