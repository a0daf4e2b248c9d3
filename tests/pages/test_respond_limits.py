"""The limits of what a stranger may send to the respondents' pages, and how often."""

import asyncio
from urllib.parse import urlencode

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as some
from starlette.applications import Starlette
from starlette.requests import Request

from models.wording import LANGUAGES
from pages.respond import forms, limits
from pages.respond.addresses import OddAddresses
from pages.respond.routes import ROUTES
from tests.pages.asking import Browser
from tests.pages.test_respond import BASE, UNITS, answer, answer_rows, open_wave, seal, send

URLENCODED = "application/x-www-form-urlencoded"
BOMB = (
    b'--x\r\nContent-Disposition: form-data; name="code"\r\n'
    b"Content-Type: text/plain; charset=punycode\r\n\r\n" + b"a-" + b"9" * 30_000 + b"\r\n--x--\r\n"
)


@pytest.fixture
def tokens(own_database):
    return open_wave(UNITS)


@pytest.fixture
def browser():
    return Browser(OddAddresses(Starlette(routes=ROUTES)), BASE)


@pytest.fixture
def inside(browser, tokens):
    browser.get(f"/svar/{tokens['her']}")
    return browser


def is_kind(answer):
    """Whether an answer is the notice in every language, under the respondents' headers."""
    strict = "default-src 'none'" in answer.headers.get("content-security-policy", "")
    return strict and all(f'<section lang="{language}">' in answer.text for language in LANGUAGES)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("multipart/form-data; boundary=x", BOMB),
        ("multipart/form-data; boundary=x; charset=punycode", BOMB),
        ("application/json", b'{"code": "abcd"}'),
        ("text/plain", b"code=abcd"),
        ("", b"code=abcd"),
    ],
)
def test_only_urlencoded_forms_are_read(browser, tokens, content_type, body):
    refused = browser.send("POST", "/svar", body, **{"Content-Type": content_type})
    assert refused.status_code == 415
    assert is_kind(refused)


@pytest.mark.parametrize(
    "body",
    [
        b"code=%FF%FE",
        b"code=%ED%A0%80",
        b"code=\xff\xfe",
        b"code=a%00b",
        b"&".join(b"f%d=1" % number for number in range(500)),
        b"n" * 200 + b"=1",
    ],
    ids=["no UTF-8", "a surrogate", "raw bytes", "NUL", "many fields", "a long name"],
)
def test_a_malformed_form_gets_the_kind_page(browser, tokens, body):
    refused = browser.send("POST", "/svar", body, **{"Content-Type": URLENCODED})
    assert refused.status_code == 422
    assert is_kind(refused)


def test_a_charset_of_somebodys_choice_is_not_used(browser, tokens):
    form = f"code={tokens['her']}".encode()
    entered = browser.send(
        "POST", "/svar", form, **{"Content-Type": f"{URLENCODED}; charset=utf-7"}
    )
    assert entered.status_code == 303


@pytest.mark.parametrize("length", ["60001", "9" * 5000, "-1", "²", "1e3", ""])
def test_a_form_of_no_length_or_too_long_is_refused_unread(browser, tokens, length):
    headers = {"Content-Type": URLENCODED, "Content-Length": length.encode()}
    refused = browser.send("POST", "/svar", b"", **headers)
    assert refused.status_code == 413
    assert is_kind(refused)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])
@pytest.mark.parametrize("path", ["/svar", "/svar/send", "/svar/side/1", "/svar/a/b/c"])
def test_a_method_there_is_not_gets_the_kind_page(browser, tokens, method, path):
    refused = browser.send(method, path)
    assert refused.status_code == 405
    assert is_kind(refused)


@pytest.mark.parametrize(
    "path",
    ["/svar/a/b", "/svar/" + "9" * 5000, "/svar/%00", "/svar/..%2F", "/svar/%5C%5Ca", "/svar/~"],
)
def test_an_address_there_is_not_gets_the_kind_page(inside, path):
    missing = inside.get(path)
    assert missing.status_code == 404
    assert is_kind(missing)


@pytest.mark.parametrize("path", ["/svar", "/svar/kode", "/svar/abcd", "/svar/side/1"])
def test_a_slash_too_many_is_taken_away(inside, path):
    assert inside.get(f"{path}/").headers["location"] == path


@pytest.mark.parametrize("number", ["9" * 5000, "%D9%A3", "x", "-1"])
def test_a_number_of_no_screen_leads_to_the_start(inside, number):
    assert inside.get(f"/svar/side/{number}").headers["location"] == "/svar"


@pytest.mark.parametrize("text", ["æ" * 64, "\ud7ff", "💩"])
def test_a_seal_of_odd_letters_is_a_wrong_seal(inside, text):
    assert inside.post("/svar/side/1", {"seal": text}).status_code == 403


@pytest.mark.parametrize("host", ["[", "[::1", "a:b:c", "%00", ""])
def test_a_malformed_host_is_no_fault_of_ours(inside, host):
    assert inside.get("/svar", Host=host).status_code == 200


@pytest.mark.parametrize(
    "origin",
    ["https://evil.example", "http://pejling.example", "null", "[", f"{BASE}.evil.example"],
)
def test_without_a_fetch_header_the_origin_decides(inside, origin):
    form = {"seal": seal(inside.get("/svar/side/1")), "TRU1": "3"}
    assert inside.post("/svar/side/1", form, Origin=origin).status_code == 403


@pytest.mark.parametrize("headers", [{"Origin": BASE}, {"Origin": f"{BASE}:443"}, {}])
def test_a_form_of_our_own_page_is_taken(inside, headers):
    form = {"seal": seal(inside.get("/svar/side/1")), "TRU1": "3"}
    assert inside.post("/svar/side/1", form, **headers).status_code == 303


def test_the_browser_may_tell_our_own_pages_the_origin_of_a_form(inside):
    assert inside.get("/svar").headers["referrer-policy"] == "same-origin"


def test_who_guesses_codes_must_wait(browser, tokens):
    wrong = [browser.post("/svar", {"code": f"gæt-{n}"}).status_code for n in range(limits.CODES)]
    assert set(wrong) == {404}
    refused = browser.post("/svar", {"code": tokens["her"]})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "60")
    assert is_kind(refused)


def test_guessing_through_the_cookie_counts_too(browser, tokens):
    for number in range(limits.CODES):
        browser.cookies = httpx.Cookies({"pejling_svar": f"guess-{number}.abcdefgh"})
        assert browser.get("/svar").status_code == 404
    assert browser.get("/svar").status_code == 429


def test_somebody_who_is_inside_goes_on_while_a_neighbour_guesses(inside):
    answer(inside, 1, TRU1="4")
    neighbour = Browser(inside.app, BASE)
    for number in range(limits.CODES + 1):
        refused = neighbour.get(f"/svar/guess-{number}")
    assert refused.status_code == 429
    assert send(inside)[0].headers["location"] == "/svar/tak"


def test_another_address_is_not_made_to_wait(browser, tokens):
    limits.codes.spend("10.0.0.9", limits.CODES)
    assert browser.get(f"/svar/{tokens['her']}").status_code == 303


def test_one_link_takes_no_flood_and_the_draft_stays(inside):
    answer(inside, 1, TRU1="4")
    for link in limits.links.filled():
        limits.links.spend(link, limits.SENDS)
    assert send(inside)[0].status_code == 429
    assert answer_rows().empty
    limits.links.forget()
    assert send(inside)[0].status_code == 303


def test_new_visits_to_one_link_are_counted_too(inside, tokens):
    assert inside.get("/svar").status_code == 200
    for link in limits.links.filled():
        limits.links.spend(link, limits.SENDS)
    assert inside.get("/svar").status_code == 200
    inside.cookies = httpx.Cookies({"pejling_svar": f"{tokens['her']}.a-third-key"})
    assert inside.get("/svar").status_code == 429


def test_an_allowance_fills_again_with_time():
    now = [0.0]
    allowance = limits.Allowance(2, per_second=1, clock=lambda: now[0])
    allowance.spend("a", 2)
    assert allowance.is_spent("a")
    now[0] = 1.0
    assert not allowance.is_spent("a")


def test_an_allowance_remembers_only_so_many():
    allowance = limits.Allowance(1, per_second=0, most=10)
    for number in range(100):
        allowance.spend(str(number))
    assert list(allowance.filled()) == [str(number) for number in range(90, 100)]


@pytest.mark.parametrize(
    ("address", "group"),
    [
        ("10.1.2.3", "10.1.2.3"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:10.1.2.3", "10.1.2.3"),
        ("testclient", "testclient"),
    ],
)
def test_an_ipv6_network_counts_as_one_address(address, group):
    assert limits.address(address) == group


def test_a_form_that_does_not_come_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(forms, "PATIENCE", 0.01)

    async def never():
        await asyncio.Event().wait()

    scope = {
        "type": "http",
        "method": "POST",
        "headers": [(b"content-length", b"9"), (b"content-type", URLENCODED.encode())],
    }
    with pytest.raises(forms.FormRefused) as refused:
        asyncio.run(forms.read_form(Request(scope, never)))
    assert refused.value.status == 408


@given(
    body=some.binary(max_size=300),
    content_type=some.sampled_from([URLENCODED, "multipart/form-data"]),
)
def test_whatever_is_sent_no_form_is_a_fault_of_ours(body, content_type):
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    headers = [(b"content-length", b"%d" % len(body)), (b"content-type", content_type.encode())]
    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    try:
        form = asyncio.run(forms.read_form(request))
    except forms.FormRefused:
        return
    assert "\0" not in "".join(form.values())


def test_what_a_respondent_writes_is_composed_and_without_invisible_signs():
    async def receive():
        return {"type": "http.request", "body": body, "more_body": False}

    body = urlencode({"comment": "Ma\u030aling\u200b"}).encode()
    headers = [(b"content-length", b"%d" % len(body)), (b"content-type", URLENCODED.encode())]
    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    assert asyncio.run(forms.read_form(request)) == {"comment": "Måling"}
