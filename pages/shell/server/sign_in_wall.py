"""The sign-in wall: without a session only the survey is served, and nothing of the dashboard."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape

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
from pages.shell.server.open_paths import OPEN_TO_ALL, lies_under
from pages.shell.server.plain_page import plain_page, survey_link

SIGN_IN = "/log-ind"
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
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
        else:
            await _way_in()(scope, receive, send)


async def to_provider(_request: Request) -> Response:
    """Send a browser to the provider; the way there is good for two minutes."""
    address = "/" if settings().local else generate_login_redirect_url("default")
    return RedirectResponse(address, _SEE_OTHER, headers={"Cache-Control": "no-store"})


def viewer_of(request: Request) -> Viewer:
    """Return who has signed in, for addresses behind the wall; raises ClaimMalformed.

    In local mode a department of the unit in the address, as the side bar has it.
    """
    if settings().local:
        return Viewer("lokal", Role.DEPARTMENT, request.query_params.get("unit"))
    return viewer(_recent_claims(request.scope, datetime.now(UTC)))


def _is_open(scope: Scope) -> bool:
    path = scope["path"]
    is_for_all = lies_under(path, *OPEN_TO_ALL, SIGN_IN)
    return is_for_all or path in _TO_PROVIDER or settings().local or _is_signed_in(scope)


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


def _way_in() -> HTMLResponse:
    return plain_page(_section, _FORBIDDEN)


def _section(words: Words) -> str:
    why = words.say("Log ind for at se regionens innovationspolitik og innovationskultur.")
    return (
        f'<p>{escape(why)}</p><p class="actions"><a class="primary" href="{SIGN_IN}">'
        f"{escape(words.say('Log ind'))}</a></p>{survey_link(words)}"
    )
