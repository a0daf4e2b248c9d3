"""Malformed addresses under /svar get a notice before Streamlit's own error page."""

import re

from starlette.types import ASGIApp, Receive, Scope, Send

from pages.respond.html import notice

ADDRESS = re.compile(r"/svar(/[\w-]+)*/?")
NOT_FOUND = 404


class OddAddresses:
    """Answers them with the kind page; Streamlit would answer "Bad Request"."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an odd address under /svar; hand on everything else."""
        if scope["type"] == "http" and _is_odd(scope["path"]):
            await notice(NOT_FOUND)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_odd(path: str) -> bool:
    ours = path == "/svar" or path.startswith("/svar/")
    return ours and not ADDRESS.fullmatch(path)
