"""While nobody can sign in, who is here and has the key is served; the survey is open to all."""

from urllib.parse import urlsplit

import pytest
from streamlit import config

from models.wording import LANGUAGES
from pages.shell.headers import SecurityHeaders
from pages.shell.local_mode import LocalMode, loopback
from pages.shell.server import local_key
from pages.shell.sign_in import provider_or_stop
from tests.pages.asking import Browser
from tests.running import COOKIE, KEY

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
    monkeypatch.setenv("PEJLING_LOCAL_KEY", KEY)
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield lambda base, cookie=COOKIE: Browser(
        SecurityHeaders(LocalMode(house)), base, Cookie=cookie
    )
    config.set_option("server.address", before)


def test_this_machine_is_served(ask):
    assert ask(HERE).get("/scoreboard").text == "inside"


@pytest.mark.parametrize("path", ["/", "/scoreboard", "/_stcore/health", "/svarikke", "/media/x"])
def test_another_machine_is_refused(ask, path):
    assert ask(ELSEWHERE).get(path).status_code == 403


@pytest.mark.parametrize("path", ["/svar", "/svar/abcd", "/filer/respond.css", "/health"])
def test_the_survey_is_open_to_other_machines(ask, path):
    assert ask(ELSEWHERE).get(path).text == "inside"


@pytest.mark.parametrize("cookie", ["", "pejling_local=", f"pejling_local={'0' * 64}", f"x={KEY}"])
@pytest.mark.parametrize(
    "path", ["/", "/scoreboard", "/_stcore/health", "/media/x", "/static/a.js"]
)
def test_without_the_key_nothing_is_served_even_here(ask, cookie, path):
    refused = ask(HERE, cookie).get(path)
    assert refused.status_code == 403
    assert "nøgle" in refused.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "HEAD"])
def test_without_the_key_no_method_is_served(ask, method):
    assert ask(HERE, "").send(method, f"/_stcore/upload_file/a/b?key={KEY}").status_code == 403


def test_a_proxy_that_says_nothing_of_itself_is_refused(ask):
    assert ask(HERE, "").get("/scoreboard", Host="localhost").status_code == 403


@pytest.mark.parametrize("path", ["/svar", "/svar/abcd", "/filer/respond.css", "/health"])
def test_the_survey_needs_no_key(ask, path):
    assert ask(HERE, "").get(path).text == "inside"


def test_the_websocket_needs_the_key_too(ask):
    answer = ask(HERE, "").websocket("/_stcore/stream", origin=HERE)
    assert answer["type"] == "websocket.close"


@pytest.mark.parametrize(
    ("entrance", "place"),
    [
        (f"/?key={KEY}", "/"),
        (f"/scoreboard?strategy=a%26b&key={KEY}", "/scoreboard?strategy=a%26b"),
        (f"//evil.example/?key={KEY}", "/evil.example/"),
        (f"/%5C%5Cevil.example?key={KEY}", "/evil.example"),
        (f"/%0d%0aX:%20y?key={KEY}", "/%0D%0AX%3A%20y"),
    ],
)
def test_the_address_with_the_key_leads_in_and_leaves_the_key_behind(ask, entrance, place):
    browser = ask(HERE, "")
    del browser.headers["Cookie"]
    answer = browser.get(f"{HERE}{entrance}")
    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert all(part in answer.headers["set-cookie"] for part in ("HttpOnly", "SameSite=lax"))
    assert KEY not in answer.headers["set-cookie"]
    assert browser.get("/scoreboard").text == "inside"


@pytest.mark.parametrize(
    "query", ["key=", "key=wrong", f"key={KEY}x", f"Key={KEY}", "key=%FF", "%00"]
)
def test_a_wrong_key_leads_nowhere(ask, query):
    refused = ask(HERE, "").get(f"/?{query}")
    assert refused.status_code == 403
    assert "set-cookie" not in refused.headers


def test_the_key_does_not_help_from_another_machine(ask):
    assert ask(ELSEWHERE).get(f"/?key={KEY}").status_code == 403
    assert ask(HERE).get(f"/?key={KEY}", **{"X-Forwarded-For": "10.1.2.3"}).status_code == 403


def test_two_programs_on_a_machine_share_a_cookie(ask):
    other = "pejling_local=" + ".".join(str(number) * 64 for number in range(6))
    cookie = ask(HERE, other).get(f"/?key={KEY}").headers["set-cookie"].partition(";")[0]
    assert cookie.count(".") == 3
    assert ask(HERE, cookie).get("/").text == "inside"


def test_each_start_makes_a_key_of_its_own(monkeypatch):
    monkeypatch.delenv("PEJLING_LOCAL_KEY", raising=False)
    local_key._new_key.cache_clear()
    first = local_key.key()
    assert first == local_key.key()
    local_key._new_key.cache_clear()
    assert len(first) > 40
    assert local_key.key() != first


@pytest.mark.parametrize("key", ["secret", "x" * 40, "pejling" * 5])
def test_a_weak_key_stops_the_start(monkeypatch, key):
    monkeypatch.setenv("PEJLING_LOCAL_KEY", key)
    with pytest.raises(SystemExit, match="PEJLING_LOCAL_KEY"):
        provider_or_stop()


def test_the_address_with_the_key_is_written_at_the_start(monkeypatch, capsys):
    monkeypatch.setenv("PEJLING_LOCAL_KEY", KEY)
    local_key.announce()
    assert f"http://localhost:8501/?key={KEY}" in capsys.readouterr().out


@pytest.mark.parametrize("key", ["q+Zr/8b2" * 4 + "w==", "en nøgle & 100 % tegn #1 af 32 mulige"])
def test_the_written_address_leads_in_whatever_signs_the_key_has(ask, monkeypatch, capsys, key):
    monkeypatch.setenv("PEJLING_LOCAL_KEY", key)
    local_key.announce()
    address = capsys.readouterr().out.split()[0]
    assert (
        ask(HERE, "").get(urlsplit(address)._replace(netloc="127.0.0.1:8501").geturl()).status_code
        == 303
    )


def test_where_people_sign_in_no_key_is_written(monkeypatch, capsys):
    monkeypatch.setenv("PEJLING_OIDC_ISSUER", "https://login.example")
    local_key.announce()
    assert capsys.readouterr().out == ""


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
    assert ask(ELSEWHERE).websocket("/_stcore/stream", cookie=COOKIE)["type"] == "websocket.close"


def test_a_websocket_from_a_foreign_page_is_refused_even_here(ask):
    answer = ask(HERE).websocket("/_stcore/stream", cookie=COOKIE, origin="https://evil.example")
    assert answer["type"] == "websocket.close"


@pytest.mark.parametrize("origin", ["http://[", "[", "null", ""])
def test_a_websocket_of_a_malformed_origin_is_refused(ask, origin):
    answer = ask(HERE).websocket("/_stcore/stream", cookie=COOKIE, origin=origin)
    assert answer["type"] == "websocket.close"


def test_the_websocket_of_our_own_page_is_let_in(ask):
    answer = ask(HERE).websocket("/_stcore/stream", cookie=COOKIE, origin=HERE)
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
