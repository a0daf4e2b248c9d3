"""Whatever a respondent pastes or types of a link leads in."""

from base64 import b64encode
from urllib.parse import quote

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware

from pages.respond.addresses import OddAddresses
from pages.respond.link import token_of
from pages.respond.routes import ROUTES
from tests.pages.asking import Browser

CODE = "7k3qd-9wz4m-0c5tv-xh2pn"
LINK = f"https://pejling.example/svar/{CODE}"
ENCODED = quote(LINK, safe="")
SAFE_LINK = (
    f"https://eur05.safelinks.protection.outlook.com/?url={ENCODED}"
    "&data=05%7C02%7Cn%40region.example%7C8f0f%7C0%7C0%7C638%7CUnknown&sdata=ab%2Fef%3D&reserved=0"
)
PROOFPOINT = "https://urldefense.com/v2/url?u=" + (
    LINK.replace("-", "-2D").replace(":", "-3A").replace("/", "_") + "&d=DwMFAg&c=abc"
)


@pytest.mark.parametrize(
    "text",
    [
        CODE.upper(),
        CODE.replace("-", "  "),
        f"Koden er {CODE}.",
        f"„{LINK}“",
        f"<{LINK}>,",
        f"{LINK}?utm_source=mail&utm_medium=x",
        f"{LINK}&amp;x=1",
        f"Brug {LINK} senest fredag. Hilsen Lone",
        f"[{LINK}]({LINK})",
        LINK.replace("-", "\u2011"),
        f"\u200b{CODE}\u200b",
        LINK.upper(),
        SAFE_LINK,
        quote(SAFE_LINK, safe=""),
        f"https://urldefense.com/v3/__{LINK}__;!!AbC!xyz$",
        PROOFPOINT,
        f"https://www.google.com/url?q={LINK}&sa=D",
        f"https://secure-web.cisco.com/1abc/{ENCODED}",
        f"https://linkprotect.cudasvc.com/url?a={ENCODED}&c=E,1,x",
        f"https://eu.protection.sophos.com?d=x&u={b64encode(LINK.encode()).decode()}&i=abc",
    ],
)
def test_a_code_is_read_out_of_whatever_stands_around_it(text):
    assert token_of(text) == CODE


@pytest.mark.parametrize("text", ["", "??", "a" * 300, "\u200b", "é" * 30, "A" * 24 + "é"])
def test_a_text_without_a_code_has_none(text):
    assert token_of(text) is None


@pytest.mark.parametrize(
    "tail", [".", ",", ")", "%22", "%E2%80%9D", "&utm_source=x", "%C2%A0", ">"]
)
def test_an_address_with_something_stuck_to_it_leads_to_the_link(tail):
    browser = Browser(Starlette(routes=ROUTES, middleware=[Middleware(OddAddresses)]))
    answer = browser.get(f"/svar/{CODE}{tail}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/svar/{CODE}")


@pytest.mark.parametrize("path", ["/svar/%00%27", "/svar/%22", "/svar/side.1"])
def test_another_odd_address_gets_the_notice(path):
    browser = Browser(Starlette(routes=ROUTES, middleware=[Middleware(OddAddresses)]))
    assert browser.get(path).status_code == 404
