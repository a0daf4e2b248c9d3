"""Malformed addresses under /svar: a link with something stuck to it leads in, others get a notice.

Streamlit would answer them with its own error page.
"""

import re

from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.respond.html import HEADERS, notice
from pages.respond.link import code_in

ADDRESS = re.compile(r"/svar(/[\w-]+)*/?")
SEE_OTHER, NOT_FOUND = 303, 404


class OddAddresses:
    """Answers an odd address under /svar, and hands on everything else."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an odd address under /svar; hand on everything else."""
        if scope["type"] == "http" and _is_odd(scope["path"]):
            await _answer(scope["path"])(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _answer(path: str) -> Response:
    """Return the way to the link that a full stop, a quote or a parameter was stuck to."""
    code = code_in(path)
    if code is None:
        return notice(NOT_FOUND)
    return RedirectResponse(f"/svar/{code}", SEE_OTHER, headers=HEADERS)


def _is_odd(path: str) -> bool:
    ours = path == "/svar" or path.startswith("/svar/")
    return ours and not ADDRESS.fullmatch(path)
