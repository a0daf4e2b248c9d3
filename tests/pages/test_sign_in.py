"""With a provider configured, what one sees follows from what the provider claims."""

import re
import time
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from models import secret
from models.errors import InputError
from pages.shell.headers import SecurityHeaders
from pages.shell.sign_in import REQUIRED, provider, provider_or_stop
from tests.pages.asking import Browser
from tests.pages.conftest import MAIN
from tests.pages.texts import html_text

TWO_DAYS = 2 * 24 * 3600
IN_2100 = 4_102_444_800


@pytest.fixture
def provider_configured(own_database, monkeypatch):
    for name in REQUIRED:
        monkeypatch.setenv(f"PEJLING_OIDC_{name.upper()}", "https://login.example")
    monkeypatch.setenv("PEJLING_OIDC_COOKIE_SECRET", secret.new())


@pytest.fixture
def opened_as(provider_configured):
    """opened_as(groups=["leadership"]) -> the app as the provider's person sees it."""

    def opened(**claims):
        app = AppTest.from_file(str(MAIN), default_timeout=30)
        app.user = {"is_logged_in": True, "sub": "p1", "iat": int(time.time()), **claims}
        app.run()
        assert not app.exception
        return app

    return opened


def ways_in(app):
    """The links to the provider."""
    html = "".join(element.proto.body for element in app.get("html"))
    return [unescape(href) for href in re.findall('href="(/log-ind[^"]*)"', html)]


def warned(app):
    return [warning.value for warning in app.warning]


def test_nobody_signed_in_is_shown_nothing_but_the_way_in(opened_as):
    app = opened_as(is_logged_in=False)
    assert ways_in(app) == ["/log-ind?to=%2F"]
    assert not app.selectbox


def test_a_sign_in_from_days_ago_counts_no_more(opened_as):
    app = opened_as(groups=["leadership"], iat=int(time.time()) - TWO_DAYS)
    assert ways_in(app) == ["/log-ind?to=%2F"]


def test_the_way_in_leads_back_to_the_chosen_view(provider_configured):
    app = AppTest.from_file(str(MAIN), default_timeout=30)
    app.user = {"is_logged_in": True, "sub": "p1", "iat": int(time.time()) - TWO_DAYS}
    app.query_params["view"] = "change"
    assert ways_in(app.run()) == ["/log-ind?to=%2F%3Fview%3Dchange"]


def test_the_role_is_what_the_provider_claims(opened_as):
    assert opened_as(groups=["other", "leadership"]).title[0].value == "Resultattavle"


@pytest.mark.parametrize(
    "claims",
    [
        {"groups": "former_steward"},
        {"groups": 7},
        {"groups": {"steward": True}},
        {"groups": ["department"], "unit": " "},
        {"groups": ["department"], "unit": ["u1"]},
        {"groups": ["steward"], "sub": 7},
    ],
    ids=str,
)
def test_malformed_claims_open_nothing_and_the_page_says_which(opened_as, claims):
    app = opened_as(**claims)
    assert [title.value for title in app.title] == ["Pejling"]
    assert "Login-tjenesten" in app.error[0].value
    assert [button.label for button in app.button] == ["Log ud"]


@pytest.mark.parametrize("iat", [IN_2100, "yesterday", None, [], float("inf")])
def test_a_sign_in_from_the_future_or_of_no_time_counts_no_more(opened_as, iat):
    app = opened_as(groups=["leadership"], iat=iat)
    assert ways_in(app) == ["/log-ind?to=%2F"]


@pytest.mark.parametrize(("hours", "is_warned"), [(11.5, True), (10.9, False)])
def test_before_a_sign_in_expires_the_page_warns(opened_as, hours, is_warned):
    app = opened_as(groups=["department"], iat=int(time.time() - hours * 3600))
    assert ("Dit login udløber om" in html_text(app)) is is_warned


def test_a_text_is_no_signed_in(opened_as):
    assert ways_in(opened_as(is_logged_in="no")) == ["/log-ind?to=%2F"]


def test_of_several_roles_the_widest_counts(opened_as):
    app = opened_as(groups=["steward", "department"])
    assert warned(app.switch_page("steward/targets.py").run()) == []


def test_a_signed_in_person_cannot_choose_a_role(opened_as):
    app = opened_as(groups=["committee"])
    assert [box.key for box in app.selectbox if box.key in ("role", "unit")] == []


def test_a_role_remembered_from_local_mode_opens_nothing(provider_configured):
    app = AppTest.from_file(str(MAIN), default_timeout=30)
    app.user = {"is_logged_in": True, "sub": "p1", "iat": int(time.time()), "groups": []}
    app.session_state["role"] = "administrator"
    app.run().switch_page("steward/targets.py").run()
    assert "ikke åben for din rolle" in app.warning[0].value


def test_half_a_configuration_does_not_start(monkeypatch):
    monkeypatch.setenv("PEJLING_OIDC_CLIENT_ID", "pejling")
    with pytest.raises(InputError, match="PEJLING_OIDC_CLIENT_SECRET"):
        provider()


@pytest.mark.usefixtures("provider_configured")
def test_a_weak_secret_stops_the_start_and_the_sentence_says_what_to_do(monkeypatch):
    assert provider()["auth"]["cookie_secret"]
    monkeypatch.setenv("PEJLING_OIDC_COOKIE_SECRET", "changeme" * 8)
    with pytest.raises(SystemExit, match="pejling secret"):
        provider_or_stop()


def test_local_mode_has_no_provider(monkeypatch):
    for name in REQUIRED:
        monkeypatch.delenv(f"PEJLING_OIDC_{name.upper()}", raising=False)
    assert provider() == {}


async def baker(_scope, _receive, send):
    cookies = [(b"set-cookie", b"a=1; Path=/"), (b"set-cookie", b"b=2; Secure")]
    await send({"type": "http.response.start", "status": 200, "headers": cookies})
    await send({"type": "http.response.body", "body": b""})


def test_over_https_every_cookie_is_for_https_only():
    baked = Browser(SecurityHeaders(baker), "https://pejling.example").get("/")
    assert baked.headers.get_list("set-cookie") == ["a=1; Path=/; Secure", "b=2; Secure"]
