"""Rewrites Streamlit's HTML page: its language, our script, a text for browsers without scripts."""

import re
from html import escape

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models.settings import settings
from models.wording import LANGUAGES, N_, Words, words
from pages.shell.readiness import readable
from pages.shell.server.plain_page import paragraphs, plain_page

NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_NEEDS_SCRIPTS = N_("Denne del af Pejling kræver JavaScript.")
_SURVEY_DOES_NOT = N_("En undersøgelse kan besvares uden.")
_NOT_READY = N_("Pejling er ikke klar lige nu")
_TELL = N_("Det seneste, du gjorde, er måske ikke gemt. Sig det til den, der driver Pejling.")
_UNAVAILABLE = 503
NO_PAGES = ("/svar", "/filer", "/health", "/ready", "/static", "/_stcore", "/media")
OWN_SCRIPT = '<script src="/filer/front_page.js" defer></script></head>'


def ours(page: str) -> str:
    """Return the page in the installation's language, with our script and our noscript text."""
    page = page.replace('<html lang="en">', f'<html lang="{settings().language}">')
    page = page.replace("</head>", OWN_SCRIPT, 1)
    return NOSCRIPT.sub(_without_scripts(), page)


def _without_scripts() -> str:
    paragraphs = "".join(
        f'<p lang="{language}">{escape(words(language).say(_NEEDS_SCRIPTS))} '
        f'<a href="/svar">{escape(words(language).say(_SURVEY_DOES_NOT))}</a></p>'
        for language in LANGUAGES
    )
    return f"<noscript><h1>Pejling</h1>{paragraphs}</noscript>"


class FrontPage:
    """Rewrites the one HTML file that Streamlit serves under every address.

    The request reaches Streamlit without conditions and without compression, so that the answer
    is always the whole page as text. While the database cannot be read it is a page of ours, 503.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a page with the rewritten HTML, and everything else as Streamlit does."""
        if not _is_page_request(scope):
            await self.app(scope, receive, send)
            return
        starts: list[Message] = []
        body = b""

        async def send_rewritten(message: Message) -> None:
            nonlocal body
            if message["type"] == "http.response.start":
                starts.append(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                start, whole = _rewrite(starts[0], body)
                await send(start)
                await send({"type": "http.response.body", "body": whole})

        if not await readable():
            await _unavailable()(scope, receive, send)
            return
        await self.app(_unconditional(scope), receive, send_rewritten)


def _unavailable() -> HTMLResponse:
    def section(words: Words) -> str:
        again = escape(words.say("Prøv igen"))
        return paragraphs(words, _NOT_READY, _TELL) + f'<p><a href="">{again}</a></p>'

    return plain_page(section, _UNAVAILABLE, headers={"Retry-After": "30"})


def _is_page_request(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET":
        return False
    return not scope["path"].startswith(NO_PAGES)


def _unconditional(scope: Scope) -> Scope:
    conditions = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
    headers = [pair for pair in scope["headers"] if pair[0] not in conditions]
    return {**scope, "headers": headers}


def _rewrite(start: Message, body: bytes) -> tuple[Message, bytes]:
    headers = dict(start["headers"])
    if start["status"] != 200 or not headers.get(b"content-type", b"").startswith(b"text/html"):  # noqa: PLR2004 - OK
        return start, body
    whole = ours(body.decode()).encode()
    of_the_old_body = (b"content-length", b"etag", b"last-modified", b"accept-ranges")
    lasting = [pair for pair in start["headers"] if pair[0] not in of_the_old_body]
    return {**start, "headers": [*lasting, (b"content-length", b"%d" % len(whole))]}, whole
