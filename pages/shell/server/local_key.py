"""The key to local mode: made when the program starts, valid until it ends.

That a request comes from this machine does not say who made it: a proxy beside Pejling, an open
tunnel or another user of the machine look the same. Whoever has the key has seen what the program
wrote where it was started.
"""

import hashlib
import hmac
import secrets
import sys
from functools import cache
from urllib.parse import parse_qsl, quote, urlencode

from starlette.requests import HTTPConnection
from starlette.responses import RedirectResponse
from starlette.types import Scope
from streamlit import config

from models.errors import InputError
from models.settings import settings
from models.wording import words

PARAMETER, COOKIE = "key", "pejling_local"
# A word over and over is long, and still the first that somebody would try.
SHORTEST, FEWEST_DIFFERENT, SEE_OTHER = 32, 10, 303
# Two programs on one machine share a name and so a cookie, which holds the passes of both.
MOST_PASSES, SEPARATOR = 4, "."


def key() -> str:
    """Return PEJLING_LOCAL_KEY, or a key of this process; raises InputError for a weak one."""
    chosen = settings().local_key
    if chosen and (len(chosen) < SHORTEST or len(set(chosen)) < FEWEST_DIFFERENT):
        raise InputError(
            "PEJLING_LOCAL_KEY skal være på mindst {n} tegn, hvoraf {different} forskellige. Lad "
            "den være usat, så laver Pejling en ny nøgle ved hver start.",
            n=SHORTEST,
            different=FEWEST_DIFFERENT,
        )
    return chosen or _new_key()


@cache
def _new_key() -> str:
    return secrets.token_urlsafe(SHORTEST)


def a_pass(of_key: str) -> str:
    """Return what the cookie holds for a key; the key cannot be worked out from it."""
    return hmac.new(of_key.encode(), b"pejling local mode", hashlib.sha256).hexdigest()


def announce() -> None:
    """Write the address with the key, where nobody can sign in."""
    if not settings().local:
        return
    scheme = "https" if config.get_option("server.sslCertFile") else "http"
    # A key of one's own may have signs that mean something in an address, as base64's + does.
    query = urlencode({PARAMETER: key()})
    address = f"{scheme}://localhost:{config.get_option('server.port')}/?{query}"
    advice = words(settings().language).say(
        "Åbn adressen. Nøglen i den gælder, til Pejling standses; del den ikke."
    )
    sys.stdout.write(f"\n{address}\n{advice}\n\n")
    sys.stdout.flush()


def has_pass(scope: Scope) -> bool:
    """Whether the request's cookie holds the pass of this program's key."""
    own = a_pass(key())
    return any(hmac.compare_digest(each.encode(), own.encode()) for each in _passes(scope))


def entrance(scope: Scope) -> RedirectResponse | None:
    """Return the way in for a request with the right key: the same address without it."""
    if scope["type"] != "http" or scope["method"] != "GET":
        return None
    pairs = parse_qsl(scope["query_string"].decode("latin-1"), errors="replace")
    keys = [text for name, text in pairs if name == PARAMETER]
    if not any(hmac.compare_digest(text.encode(), key().encode()) for text in keys):
        return None
    rest = urlencode([pair for pair in pairs if pair[0] != PARAMETER])
    # One slash: an address that begins with two is on another machine.
    place = "/" + quote(scope["path"].lstrip("/\\"))
    response = RedirectResponse(f"{place}?{rest}" if rest else place, SEE_OTHER)
    passes = [each for each in _passes(scope) if each != a_pass(key())]
    response.set_cookie(
        COOKIE,
        SEPARATOR.join([*passes[-MOST_PASSES + 1 :], a_pass(key())]),
        httponly=True,
        samesite="lax",
        secure=scope["scheme"] == "https",
    )
    response.headers["Cache-Control"] = "no-store"
    return response


def _passes(scope: Scope) -> list[str]:
    cookie = HTTPConnection(scope).cookies.get(COOKIE, "")
    return cookie.split(SEPARATOR) if cookie else []
