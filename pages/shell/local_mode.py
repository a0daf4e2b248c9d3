"""While nobody can sign in, serves this machine and whoever has the key; the survey is for all."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from models.settings import settings
from models.wording import N_
from pages.shell.server import local_key
from pages.shell.server.open_paths import is_open_to_all
from pages.shell.server.plain_page import paragraphs, plain_page, survey_link

FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
POLICY_VIOLATION, FORBIDDEN = 1008, 403

_TITLE = N_("Pejling kan kun bruges på sin egen computer")
_WHY = N_(
    "Der er ikke sat noget login op, og derfor vises styringsdelen kun på den maskine, hvor "
    "Pejling kører (http://localhost)."
)
_REMEDY = N_(
    "Er du driftsansvarlig: sæt PEJLING_OIDC_... op, så andre kan logge ind, eller lad Pejling "
    "lytte på 127.0.0.1 alene."
)
_NO_KEY = N_("Pejling skal åbnes med sin nøgle")
_WHY_KEY = N_(
    "Der er ikke sat noget login op. Derfor åbnes styringsdelen kun med den adresse, som Pejling "
    "skrev, da det startede; nøglen i den gælder, til Pejling standses."
)
_REMEDY_KEY = N_(
    "Kopiér hele adressen fra det vindue, hvor Pejling blev startet, eller start det igen."
)


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
    forwarding header means a proxy, behind which every request looks local; a proxy that sends none
    is what the key is for.
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
    """Lets in whoever is here and has the key; refuses others in every language."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through what is open to all or has the key; everything where people sign in."""
        if scope["type"] not in ("http", "websocket") or _is_open(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        else:
            is_here = here(scope)
            way_in = local_key.entrance(scope) if is_here else None
            await (way_in or refusal(here=is_here))(scope, receive, send)


def _is_open(scope: Scope) -> bool:
    path = scope["path"]
    if scope["type"] == "websocket" and not _same_origin(scope):
        return False
    if is_open_to_all(path):
        return True
    return not settings().local or (here(scope) and local_key.has_pass(scope))


def _same_origin(scope: Scope) -> bool:
    # Streamlit would look up its own address on the internet before it said no.
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    try:
        return origin is None or urlsplit(origin).netloc == headers.get("host")
    except ValueError:
        return False


def refusal(*, here: bool) -> HTMLResponse:
    """Return the refusal in every language: on this machine what is missing is the key."""
    texts = (_NO_KEY, _WHY_KEY, _REMEDY_KEY) if here else (_TITLE, _WHY, _REMEDY)
    return plain_page(lambda words: paragraphs(words, *texts) + survey_link(words), FORBIDDEN)
