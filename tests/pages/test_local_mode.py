"""While nobody can sign in, only this machine is served; the survey is open to all."""

import pytest
from streamlit import config

from models.wording import LANGUAGES
from pages.shell.headers import SecurityHeaders
from pages.shell.local_mode import LocalMode, loopback
from tests.pages.asking import Browser

HERE = "http://127.0.0.1:8501"
ELSEWHERE = "http://10.1.2.3:8501"


async def house(scope, receive, send):
    """Says "inside" to whoever is let in."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
        return
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"inside"})


@pytest.fixture
def ask(monkeypatch):
    """ask(base) -> a browser at the door of a house bound to this machine alone."""
    monkeypatch.delenv("PEJLING_OIDC_ISSUER", raising=False)
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield lambda base: Browser(SecurityHeaders(LocalMode(house)), base)
    config.set_option("server.address", before)


def test_this_machine_is_served(ask):
    assert ask(HERE).get("/scoreboard").text == "inside"


@pytest.mark.parametrize("path", ["/", "/scoreboard", "/_stcore/health", "/svarikke", "/media/x"])
def test_another_machine_is_refused(ask, path):
    assert ask(ELSEWHERE).get(path).status_code == 403


@pytest.mark.parametrize("path", ["/svar", "/svar/abcd", "/filer/respond.css", "/health"])
def test_the_survey_is_open_to_other_machines(ask, path):
    assert ask(ELSEWHERE).get(path).text == "inside"


def test_the_refusal_says_why_in_every_language(ask):
    page = ask(ELSEWHERE).get("/").text
    assert all(f'<section lang="{language}">' in page for language in LANGUAGES)
    assert "PEJLING_OIDC_" in page


def test_a_foreign_name_pointed_at_this_machine_is_refused(ask):
    assert ask(HERE).get("/", Host="evil.example").status_code == 403


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"])
def test_whoever_comes_through_a_proxy_is_refused(ask, header):
    assert ask(HERE).get("/", **{header: "10.1.2.3"}).status_code == 403


@pytest.mark.parametrize("address", ["0.0.0.0", "", None, "10.1.2.3"])
def test_bound_to_another_address_even_this_machine_is_refused(ask, address):
    config.set_option("server.address", address)
    assert ask(HERE).get("/").status_code == 403


def test_with_a_sign_in_provider_other_machines_are_served(ask, monkeypatch):
    monkeypatch.setenv("PEJLING_OIDC_ISSUER", "https://login.example")
    assert ask(ELSEWHERE).get("/").text == "inside"


def test_the_websocket_of_another_machine_is_refused(ask):
    assert ask(ELSEWHERE).websocket("/_stcore/stream")["type"] == "websocket.close"


def test_a_websocket_from_a_foreign_page_is_refused_even_here(ask):
    answer = ask(HERE).websocket("/_stcore/stream", origin="https://evil.example")
    assert answer["type"] == "websocket.close"


@pytest.mark.parametrize("origin", ["http://[", "[", "null", ""])
def test_a_websocket_of_a_malformed_origin_is_refused(ask, origin):
    answer = ask(HERE).websocket("/_stcore/stream", origin=origin)
    assert answer["type"] == "websocket.close"


def test_the_websocket_of_our_own_page_is_let_in(ask):
    answer = ask(HERE).websocket("/_stcore/stream", origin=HERE)
    assert answer["type"] == "websocket.accept"


@pytest.mark.parametrize(
    "name", ["localhost", "127.0.0.1", "127.8.8.8", "::1", "[::1]", "a.localhost"]
)
def test_these_names_mean_this_machine(name):
    assert loopback(name)


@pytest.mark.parametrize("name", [None, "", "localhost.evil.example", "0.0.0.0", "::", "128.0.0.1"])
def test_these_names_do_not(name):
    assert not loopback(name)


@pytest.mark.parametrize(
    "header",
    ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options"],
)
def test_every_answer_carries_the_security_headers(ask, header):
    assert header in ask(HERE).get("/").headers
    assert header in ask(ELSEWHERE).get("/").headers
