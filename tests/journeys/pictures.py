"""Takes the pictures of the documents, of an invented region: `make pictures`; look at each."""

import shutil
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from models.access import Role, Viewer
from models.services.demo import region
from models.services.opening import opened
from models.stages.picture import picture
from models.stages.tables import ALL
from models.wording import words
from tests.journeys.walking import comes_true, go
from tests.running import BROWSER_COOKIE, ROOT, running

PICTURES = ROOT / "docs" / "pictures"
# All are WIDTH wide; what is seen on a wider screen is drawn smaller. So high that the menu and the
# table of units are whole.
WIDTH = 1280
SIGHTS = {"scoreboard": (Role.LEADERSHIP, 1440, 900), "culture": (Role.LEADERSHIP, 1600, 1370)}


def cookies(url, role):
    return [
        BROWSER_COOKIE,
        {"name": "pejling_role", "value": role, "url": url},
        {"name": "pejling_language", "value": "da", "url": url},
    ]


def take(browser, server):
    for address, (role, width, height) in SIGHTS.items():
        size, scale = {"width": width, "height": height}, WIDTH / width
        with browser.new_context(
            viewport=size, device_scale_factor=scale, locale="da-DK"
        ) as context:
            context.add_cookies(cookies(server.url, role))
            page = context.new_page()
            go(page, server, address)
            comes_true(page, "document.fonts.status === 'loaded'")
            page.screenshot(path=PICTURES / f"{address}.png")


def draw_stages():
    """Write the picture of each table of stages, as the table has it."""
    for table in ALL:
        drawing = picture(table, words("en"))
        (PICTURES / f"stages-{table.name}.svg").write_text(drawing, encoding="utf-8")


def main():
    draw_stages()
    with TemporaryDirectory() as folder, running(Path(folder)) as server:
        with opened(server.database_url) as db:
            today = date.today()  # noqa: DTZ011 - the program beside reads the clock of the day
            region.make_region(db, "S", on=today, by=Viewer("A demo", Role.ADMINISTRATOR))
        with sync_playwright() as playwright:
            path = shutil.which("chromium") or shutil.which("google-chrome")
            browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
            take(browser, server)
            browser.close()


if __name__ == "__main__":
    main()
