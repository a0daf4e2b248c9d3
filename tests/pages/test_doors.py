"""Streamlit's own addresses answer whoever is signed in or has the key, and nobody else."""

import asyncio
import json
import time
from html import unescape
from unittest.mock import MagicMock
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Mount, Route
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec
from streamlit.web.server.starlette.starlette_app import create_streamlit_routes
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from models import secret
from models.access import Role
from models.wording import LANGUAGES, words
from pages.shell.headers import SecurityHeaders
from pages.shell.local_mode import LocalMode
from pages.shell.server import sign_in_wall, uploads
from pages.shell.server.sign_in_wall import SignInWall, to_provider
from pages.shell.sign_in import REQUIRED
from tests.pages.asking import Browser

SECRET = secret.new()
BASE = "http://127.0.0.1:8501"
# Every route of Streamlit 1.67. One that a new version adds fails a test here: look at it first.
TO_PROVIDER = {"/auth/login", "/auth/logout", "/oauth2callback"}
CLOSED = {
    "/_stcore/health",
    "/_stcore/metrics",
    "/_stcore/host-config",
    "/_stcore/upload_file/{session_id}/{file_id}",
    "/_stcore/bidi-components/{path:path}",
    "/_stcore/stream",
    "/_stcore/agent/interact",
    "/_stcore/agent/openapi.json",
    "/_stcore/agent/mcp",
    "/media/{file_id:path}",
    "/component/{path:path}",
    "",
}
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")


async def answer(_request):
    return PlainTextResponse("inside")


@pytest.fixture(autouse=True)
def provider(monkeypatch):
    for name in REQUIRED:
        monkeypatch.setenv(f"PEJLING_OIDC_{name.upper()}", "https://login.example")
    monkeypatch.setenv("PEJLING_OIDC_COOKIE_SECRET", SECRET)


@pytest.fixture
def house():
    routes = [Route("/{path:path}", answer, methods=METHODS)]
    walls = [Middleware(SecurityHeaders), Middleware(LocalMode), Middleware(SignInWall)]
    return Starlette(routes=routes, middleware=walls)


def cookie(*, by=SECRET, **claims):
    claims = {"is_logged_in": True, "sub": "p1", "iat": int(time.time())} | claims
    text = create_signed_value(by, "_streamlit_user", json.dumps(claims)).decode()
    return f"_streamlit_user={text}"


def test_every_route_of_streamlit_is_one_we_know():
    routes = create_streamlit_routes(MagicMock())
    assert {route.path for route in routes} == CLOSED | TO_PROVIDER
    assert [route.path for route in routes if isinstance(route, Mount)] == [""]


@pytest.mark.parametrize("path", [*sorted(CLOSED), "/scoreboard", "/static/x.js", "/_stcore/x"])
@pytest.mark.parametrize("method", METHODS)
def test_nobody_gets_a_route_of_streamlit_without_signing_in(house, path, method):
    refused = Browser(house).send(method, path or "/")
    assert (refused.status_code, "inside" in refused.text) == (403, False)
    assert "content-security-policy" in refused.headers
    assert Browser(house, Cookie=cookie()).send(method, path or "/").status_code == 200


def test_the_websocket_is_closed_and_opens_for_somebody_signed_in(house):
    assert Browser(house).websocket("/_stcore/stream", origin=BASE)["type"] == "websocket.close"
    opened = []

    async def inside(scope, receive, send):
        opened.append(scope["path"])
        await send({"type": "websocket.accept"})

    Browser(SignInWall(inside)).websocket("/_stcore/stream", cookie=cookie())
    assert opened == ["/_stcore/stream"]


@pytest.mark.parametrize("path", ["/svar", "/svar/abc", "/filer/respond.css", "/health", "/ready",
                                  "/log-ind", *sorted(TO_PROVIDER)])  # fmt: skip
def test_the_survey_the_health_and_the_way_in_are_open(house, path):
    assert Browser(house).get(path).text == "inside"


@pytest.mark.parametrize("path", ["/svarikke", "/healthy", "/auth/login/x", "/log-indad", "//svar",
                                  "/health/", "/ready/_stcore/stream", "/log-ind/x"])  # fmt: skip
def test_what_only_looks_like_an_open_address_is_closed(house, path):
    assert Browser(house).get(f"{BASE}{path}").status_code == 403


@pytest.mark.parametrize(
    "value",
    [
        "",
        "_streamlit_user=x",
        "_streamlit_user=æøå".encode("latin-1"),
        cookie(by=secret.new()),
        cookie(is_logged_in=False),
        cookie(is_logged_in="yes"),
        cookie(iat=int(time.time()) - 13 * 3600),
        cookie(iat=4_102_444_800),
        cookie(iat=None),
        "_streamlit_user=" + create_signed_value(SECRET, "_streamlit_user", "[]").decode(),
        "_streamlit_user=" + create_signed_value(SECRET, "_streamlit_user", "{").decode(),
        "_streamlit_user=" + create_signed_value(SECRET, "other", '{"is_logged_in":true}').decode(),
    ],
    # By number: a signature is another one in each of the workers, who must agree on the tests.
    ids=range(12),
)
def test_only_a_recent_sign_in_with_our_signature_counts(house, value):
    assert Browser(house, Cookie=value).get("/scoreboard").status_code == 403


def test_the_way_in_is_said_in_every_language(house):
    page = Browser(house).get("/scoreboard").text
    assert page.count('href="/log-ind?to=%2Fscoreboard"') == len(LANGUAGES)
    assert all(words(language).say("Log ind") in page for language in LANGUAGES)


def test_the_way_in_leads_to_the_provider(monkeypatch, house):
    monkeypatch.setattr("pages.shell.server.sign_in_wall.generate_login_redirect_url",
                        lambda provider: f"/auth/login?provider={provider}")  # fmt: skip
    browser = Browser(Starlette(routes=[Route("/log-ind", to_provider)]))
    leads = browser.get("/log-ind")
    assert (leads.status_code, leads.headers["location"]) == (303, "/auth/login?provider=default")


@pytest.fixture
def memory(monkeypatch):
    """Streamlit's memory of uploads, with the quota of a session at 3 files and 100 bytes."""
    plain = MemoryUploadedFileManager.add_file
    monkeypatch.setattr(uploads, "MOST_FILES", 3)
    monkeypatch.setattr(uploads, "MOST_BYTES", 100)
    monkeypatch.setattr(uploads, "MOST_BYTES_OF_ALL", 150)
    uploads.mend()
    yield MemoryUploadedFileManager("/_stcore/upload_file")
    MemoryUploadedFileManager.add_file = plain


def upload(memory, session, name, size):
    memory.add_file(session, UploadedFileRec(name, f"{name}.csv", "text/csv", b"x" * size))


def size(memory, session):
    return sum(len(file.data) for file in memory.file_storage.get(session, {}).values())


def test_a_session_may_have_so_many_files_and_bytes_and_no_more(memory):
    for name in "abc":
        upload(memory, "s", name, 30)
    for name, length in (("d", 1), ("a", 41)):
        with pytest.raises(HTTPException) as refusal:
            upload(memory, "s", name, length)
        assert (refusal.value.status_code, size(memory, "s")) == (413, 90)
    assert "højst 3 filer" in refusal.value.detail
    memory.remove_file("s", "b")
    upload(memory, "s", "d", 40)
    assert size(memory, "s") == 100


def test_a_file_in_place_of_itself_counts_once(memory):
    upload(memory, "s", "a", 90)
    upload(memory, "s", "a", 100)
    assert size(memory, "s") == 100


def test_all_sessions_together_have_a_limit_too(memory):
    upload(memory, "s", "a", 100)
    with pytest.raises(HTTPException):
        upload(memory, "t", "a", 51)
    upload(memory, "t", "a", 50)
    memory.remove_session_files("s")
    upload(memory, "u", "a", 100)


def test_an_upload_is_refused_before_it_is_read_while_many_are_on_their_way(monkeypatch):
    monkeypatch.setattr(uploads, "MOST_AT_ONCE", 2)
    statuses, reads = [], []

    async def race():
        go_on = asyncio.Event()

        async def slow(scope, receive, send):
            reads.append(scope["path"])
            await go_on.wait()
            await PlainTextResponse("", 204)(scope, receive, send)

        async def send(message):
            statuses.append(message.get("status"))
            go_on.set() if message.get("status") == 429 else None

        door = uploads.FewAtOnce(slow)
        scope = {"type": "http", "method": "PUT", "path": "/_stcore/upload_file/s/f", "headers": []}
        await asyncio.gather(*(door(scope, None, send) for _ in range(3)))
        await door(scope, None, send)

    asyncio.run(race())
    assert [status for status in statuses if status] == [429, 204, 204, 204]
    assert len(reads) == 3


def test_a_page_says_that_the_quota_is_spent(open_app):
    app = open_app(Role.STEWARD, "steward/registers")
    assert not [warning for warning in app.warning if "højst 10 filer" in warning.value]
    uploads._REFUSED.add("test session id")
    app.run()
    assert "højst 10 filer og 50 MB" in app.warning[0].value
    assert not [warning for warning in app.run().warning if "højst" in warning.value]


def test_the_page_asked_for_is_remembered_on_the_way_to_the_provider(house):
    address = "/criterion?strategy=hovedstaden&criterion=HOV-T2-C9"
    page = Browser(house).get(address).text
    way = page.split('class="primary" href="')[1].split('"')[0]
    assert parse_qs(urlsplit(unescape(way)).query) == {"to": [address]}


@pytest.mark.parametrize(
    "address",
    ["https://elsewhere.dk", "//elsewhere.dk", "/\\elsewhere.dk", "javascript:x", "/a\tb"],
)
def test_no_link_to_the_sign_in_leads_elsewhere(address):
    assert sign_in_wall._page_of_ours(address) == ""


def test_whoever_comes_back_signed_in_is_led_on_once(house):
    goal = quote("/criterion?criterion=HOV-T2-C9", safe="")
    inside = Browser(house, Cookie=f"{cookie()}; {sign_in_wall.GOAL}={goal}")
    answer = inside.get("/")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/criterion?criterion=HOV-T2-C9"
    assert f'{sign_in_wall.GOAL}=""' in answer.headers["set-cookie"]
