"""The sign-in wall: without a session only the survey is served, and nothing of the dashboard."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import partial
from html import escape
from urllib.parse import quote, unquote, urlencode

from starlette.requests import HTTPConnection, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.user_info import generate_login_redirect_url
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from models.access import Role, Viewer
from models.claims import is_recent, viewer
from models.settings import settings
from models.wording import Words
from pages.shell.server.open_paths import is_open_to_all
from pages.shell.server.plain_page import plain_page, survey_link

SIGN_IN = "/log-ind"
# Holds the page asked for while somebody is away at the provider.
GOAL = "pejling_to"
_MINUTES, _LONGEST = 600, 2000
# Streamlit's own way to the provider and back.
_TO_PROVIDER = ("/auth/login", "/auth/logout", "/oauth2callback")
_FORBIDDEN, _SEE_OTHER, _POLICY_VIOLATION = 403, 303, 1008


class SignInWall:
    """Lets in whoever has signed in; shows others the way to it, in every language.

    Without it Streamlit would serve its page, its websocket, metrics, uploads and every file that a
    page has offered for download to anybody who asks.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is open to all or comes from somebody signed in, and refuse the rest."""
        if scope["type"] not in ("http", "websocket") or _is_open(scope):
            goal = "" if settings().local else _goal(scope)
            await (_to_goal(goal) if goal else self.app)(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await _way_in(scope)(scope, receive, send)


async def to_provider(request: Request) -> Response:
    """Send a browser to the provider; the way there is good for two minutes.

    `?to=` is the page asked for: Streamlit comes back to "/", and the wall leads on from there.
    """
    address = "/" if settings().local else generate_login_redirect_url("default")
    answer = RedirectResponse(address, _SEE_OTHER, headers={"Cache-Control": "no-store"})
    goal = _page_of_ours(request.query_params.get("to", ""))
    if goal:
        answer.set_cookie(
            GOAL, quote(goal, safe=""), max_age=_MINUTES, httponly=True, samesite="lax",
            secure=request.url.scheme == "https",
        )  # fmt: skip
    return answer


def _page_of_ours(address: str) -> str:
    """Return the address of a page under ours; blank for anything that may lead elsewhere."""
    plain = address.isprintable() and "\\" not in address and len(address) <= _LONGEST
    return address if plain and address.startswith("/") and not address.startswith("//") else ""


def _goal(scope: Scope) -> str:
    """Return the page that somebody asked for before signing in; blank where there is none."""
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] != "/":
        return ""
    return _page_of_ours(unquote(HTTPConnection(scope).cookies.get(GOAL, "")))


def _to_goal(goal: str) -> Response:
    answer = RedirectResponse(goal, _SEE_OTHER, headers={"Cache-Control": "no-store"})
    answer.delete_cookie(GOAL)
    return answer


def viewer_of(request: Request) -> Viewer:
    """Return who has signed in, for addresses behind the wall; raises ClaimMalformed.

    In local mode a department of the unit in the address, as the side bar has it.
    """
    if settings().local:
        return Viewer("lokal", Role.DEPARTMENT, request.query_params.get("unit"))
    return viewer(_recent_claims(request.scope, datetime.now(UTC)))


def _is_open(scope: Scope) -> bool:
    path = scope["path"]
    is_for_all = is_open_to_all(path) or path in (SIGN_IN, *_TO_PROVIDER)
    return is_for_all or settings().local or _is_signed_in(scope)


def _is_signed_in(scope: Scope) -> bool:
    return bool(_recent_claims(scope, datetime.now(UTC)))


def _recent_claims(scope: Scope, now: datetime) -> Mapping[str, object]:
    """Return what the provider said of whoever has signed in; empty unless it was recently."""
    claims = _claims(scope)
    return claims if claims.get("is_logged_in") is True and is_recent(claims, now) else {}


def _claims(scope: Scope) -> Mapping[str, object]:
    """Return the claims in the cookie that Streamlit has signed; empty for any other cookie."""
    cookies = HTTPConnection(scope).cookies
    secret = settings().oidc["cookie_secret"]

    def signed(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies.get(name, ""))

    try:
        claims = json.loads(get_cookie_with_chunks(signed, USER_COOKIE_NAME) or b"{}")
    except ValueError:
        return {}
    return claims if isinstance(claims, dict) else {}


def _way_in(scope: Scope) -> HTMLResponse:
    address = f"{scope['path']}?{scope['query_string'].decode('latin-1')}".rstrip("?")
    goal = "" if address == "/" else _page_of_ours(address)
    way = f"{SIGN_IN}?{urlencode({'to': goal})}" if goal else SIGN_IN
    return plain_page(partial(_section, way), _FORBIDDEN)


def _section(way: str, words: Words) -> str:
    why = words.say("Log ind for at se regionens innovationspolitik og innovationskultur.")
    return (
        f'<p>{escape(why)}</p><p class="actions"><a class="primary" href="{escape(way)}">'
        f"{escape(words.say('Log ind'))}</a></p>{survey_link(words)}"
    )
