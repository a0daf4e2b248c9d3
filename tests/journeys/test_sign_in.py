"""Somebody signs in through a real OpenID Connect provider and gets the rooms of the role."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from models import secret
from tests.journeys.walking import SLOW
from tests.running import KEY, free_port, running, wait_for

pytestmark = pytest.mark.journey

PEOPLE = {"leder": ["leadership"], "udvalg": ["committee"]}


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    """A provider for PEOPLE, each with the groups that give the role."""
    port = free_port()
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", f"--port={port}"]
    for sub, groups in PEOPLE.items():
        command += ["--user-claims", json.dumps({"sub": sub, "groups": groups})]
    with (tmp_path_factory.mktemp("provider") / "provider.log").open("w") as log:
        program = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            metadata = f"http://localhost:{port}/.well-known/openid-configuration"
            wait_for(metadata, program)
            yield SimpleNamespace(metadata=metadata)
        finally:
            program.terminate()
            program.wait(10)


@pytest.fixture(scope="module")
def server(tmp_path_factory, provider):
    port = free_port()
    with running(
        tmp_path_factory.mktemp("signed_in"),
        port=port,
        OIDC_REDIRECT_URI=f"http://localhost:{port}/oauth2callback",
        OIDC_COOKIE_SECRET=secret.new(),
        OIDC_CLIENT_ID="pejling",
        OIDC_CLIENT_SECRET="another secret of this test",
        OIDC_SERVER_METADATA_URL=provider.metadata,
    ) as program:
        yield program


def sign_in(page, server, sub):
    page.goto(server.url)
    page.get_by_role("link", name="Log ind").first.click(timeout=SLOW)
    page.get_by_role("button", name=sub).click(timeout=SLOW)
    page.get_by_role("button", name="Log ud").wait_for(timeout=SLOW)


def test_nobody_sees_a_room_before_signing_in(server, browser_page):
    browser_page.goto(f"{server.url}/scoreboard")
    browser_page.get_by_role("link", name="Log ind").first.wait_for(timeout=SLOW)
    expect(browser_page.get_by_role("heading", name="Resultattavle")).to_have_count(0)


def test_a_leader_signs_in_and_sees_the_scoreboard(server, browser_page):
    sign_in(browser_page, server, "leder")
    expect(browser_page.get_by_role("heading", name="Resultattavle")).to_be_visible(timeout=SLOW)


def test_a_mailed_link_leads_through_the_sign_in_to_its_page(server, new_browser):
    page = new_browser()
    link = "criterion?strategy=hovedstaden&year=2015&criterion=HOV-T2-C9"
    page.goto(f"{server.url}/{link}")
    page.get_by_role("link", name="Log ind").first.click(timeout=SLOW)
    page.get_by_role("button", name="leder").click(timeout=SLOW)
    expect(page).to_have_title("HOV-T2-C9: ingen data · Pejling", timeout=SLOW)
    assert page.url == f"{server.url}/{link}"


def test_a_committee_member_is_refused_the_rooms_of_a_steward(server, browser_page):
    sign_in(browser_page, server, "udvalg")
    browser_page.goto(f"{server.url}/targets")
    refusal = browser_page.get_by_text("ikke åben for din rolle")
    expect(refusal).to_be_visible(timeout=SLOW)


def test_without_sign_in_the_address_with_the_key_opens_the_dashboard(empty_server, browser):
    context = browser.new_context(locale="da-DK")
    page = context.new_page()
    assert page.goto(f"{empty_server.url}/scoreboard").status == 403
    page.goto(f"{empty_server.url}/scoreboard?key={KEY}")
    expect(page.get_by_role("heading", name="Resultattavle")).to_be_visible(timeout=SLOW)
    assert KEY not in page.url
    context.close()
