"""Every file of results a demo wave offers is downloaded in a browser, and attacked."""

import json
import re
import sqlite3

import pytest

from models.cli.program import main
from tests.journeys.walking import SLOW, go, wait_for_run

pytestmark = pytest.mark.journey


@pytest.fixture
def attack_file(demo_server, tmp_path, capsys, monkeypatch):
    """attack_file(path) -> exit code and report of the command `attack release`."""
    monkeypatch.setenv("PEJLING_DATABASE_URL", demo_server.database_url)
    units = tmp_path / "units.csv"
    with sqlite3.connect(demo_server.database_url.removeprefix("sqlite:///")) as connection:
        rows = connection.execute("select id, coalesce(parent_id, '') from units").fetchall()
    lines = [f"{unit_id},{above}\n" for unit_id, above in rows]
    units.write_text("".join(["unit_id,parent_id\n", *lines]))

    def attack(path):
        code = main(["attack", "release", str(path), "--units", str(units), "--format", "json"])
        return code, json.loads(capsys.readouterr().out)

    return attack


def files_of(page, server, folder, *, role, address, view=None):
    """Every file a page of results offers to a role."""
    cookies = {"pejling_role": role, "pejling_language": "da"}
    page.context.add_cookies(
        [{"name": name, "value": value, "url": server.url} for name, value in cookies.items()]
    )
    go(page, server, address)
    if view:
        page.get_by_role("radio", name=view).or_(
            page.get_by_role("button", name=view)
        ).first.click()
        wait_for_run(page)
    buttons = page.get_by_test_id("stDownloadButton")
    buttons.first.wait_for(timeout=SLOW)
    for number, button in enumerate(buttons.all()):
        with page.expect_download() as download:
            button.get_by_role("button").click()
        path = folder / f"{role}-{address}-{number}-{download.value.suggested_filename}"
        download.value.save_as(path)
        yield path


@pytest.mark.parametrize(
    ("address", "view"), [("culture", None), ("culture_method", "Hvad siger faggrupperne?")]
)
def test_no_file_leadership_may_have_gives_anybody_away(
    demo_server, browser_page, tmp_path, attack_file, address, view
):
    files = list(
        files_of(browser_page, demo_server, tmp_path, role="leadership", address=address, view=view)
    )
    assert files
    for path in files:
        code, report = attack_file(path)
        assert (code, report["findings"]) == (0, [])
        assert report["checked"] > 0


def test_a_dialogue_sheet_names_its_own_unit_the_hospital_and_the_region_and_no_other(
    demo_server, browser_page, tmp_path
):
    (path,) = files_of(
        browser_page, demo_server, tmp_path, role="department", address="own_culture"
    )
    sheet = path.read_text()
    with sqlite3.connect(demo_server.database_url.removeprefix("sqlite:///")) as connection:
        rows = connection.execute("select name from units where kind = 'section'")
        names = [name for (name,) in rows]
    assert sum(re.search(rf"{re.escape(name)}(?!\d)", sheet) is not None for name in names) == 1
