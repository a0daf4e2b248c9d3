"""Serves only this machine while nobody can sign in; only the survey is open to others."""

from html import escape
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from models.settings import settings
from models.wording import LANGUAGES, N_, Words, words

OPEN_TO_ALL = ("/svar", "/filer", "/health")
FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
POLICY_VIOLATION = 1008

_TITLE = N_("Pejling svarer kun på sin egen maskine")
_WHY = N_(
    "Der er ikke sat noget login op, og derfor vises styringsdelen kun på den maskine, hvor "
    "Pejling kører (http://localhost)."
)
_REMEDY = N_(
    "Er du driftsansvarlig: sæt PEJLING_OIDC_... op, så andre kan logge ind, eller lad Pejling "
    "lytte på 127.0.0.1 alene."
)
_SURVEY = N_("Undersøgelser kan besvares herfra")


def loopback(host: str | None) -> bool:
    """Whether a name or address is this machine's loopback."""
    name = (host or "").strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _host(headers: Headers) -> str | None:
    try:
        return urlsplit(f"//{headers.get('host', '')}").hostname
    except ValueError:
        return None


def here(scope: Scope) -> bool:
    """Whether a request was made on this machine.

    The socket's address and the address the server listens on must be loopback. So must the Host
    header, because the name of a foreign page can be pointed at 127.0.0.1 (DNS rebinding). A
    forwarding header means a proxy, behind which every request looks local.
    """
    headers = Headers(scope=scope)
    came_in = (scope.get("server") or (None, None))[0]
    bound = config.get_option("server.address")
    return (
        loopback(came_in)
        and loopback(bound)
        and loopback(_host(headers))
        and not any(name in headers for name in FORWARDED)
    )


class LocalMode:
    """Answers requests from other machines with a refusal in every language."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what is open to all or comes from here; everything where people sign in."""
        if scope["type"] not in ("http", "websocket") or self._is_open(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            await HTMLResponse(refusal(), status_code=403)(scope, receive, send)

    def _is_open(self, scope: Scope) -> bool:
        path = scope["path"]
        open_to_all = any(path == way or path.startswith(f"{way}/") for way in OPEN_TO_ALL)
        if scope["type"] == "websocket" and not _same_origin(scope):
            return False
        return open_to_all or not settings().local or here(scope)


def _same_origin(scope: Scope) -> bool:
    # Streamlit would look up its own address on the internet before it said no.
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False


def refusal() -> str:
    """Return the refusal page: why, and what to do, in every language."""
    sections = "".join(_section(words(language)) for language in LANGUAGES)
    return (
        '<!doctype html><html lang="da"><head><meta charset="utf-8"><title>Pejling</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<link rel="stylesheet" href="/filer/respond.css"></head>'
        f'<body><main class="column three"><h1>Pejling</h1>{sections}</main></body></html>'
    )


def _section(words: Words) -> str:
    title, why, remedy, survey = (
        escape(words.say(text)) for text in (_TITLE, _WHY, _REMEDY, _SURVEY)
    )
    return (
        f'<section lang="{words.language}"><h2>{title}</h2><p>{why}</p><p>{remedy}</p>'
        f'<p><a href="/svar">{survey}</a></p></section>'
    )
