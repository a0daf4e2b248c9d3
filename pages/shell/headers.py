"""The security headers of every answer."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

Header = tuple[bytes, bytes]
INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def index() -> str:
    """Return Streamlit's own HTML page, in which every page of the dashboard is drawn."""
    return (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")


def script_hashes(page: str) -> list[str]:
    """Return the hash of each inline script of a page, in the form of the security policy."""
    digests = [hashlib.sha256(s.encode()).digest() for s in INLINE_SCRIPT.findall(page)]
    return [f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests]


@cache
def policy() -> str:
    """Return the content security policy; inline styles are allowed because Streamlit uses them."""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' {' '.join(script_hashes(index()))}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "worker-src 'self' blob:",
            "frame-ancestors 'none'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


class SecurityHeaders:
    """Adds to every answer the headers that it has not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to its answer."""
        secure = scope.get("scheme") == "https"

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = _secure_cookies(message["headers"]) if secure else message["headers"]
                message = {**message, "headers": secured(headers)}
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


def secured(headers: Iterable[Header]) -> list[Header]:
    """Return the headers with every security header that is not among them."""
    own = list(headers)
    present = {name.lower() for name, _ in own}
    return [*own, *(pair for pair in _headers() if pair[0] not in present)]


def _secure_cookies(headers: Iterable[Header]) -> list[Header]:
    # Streamlit sets its sign-in cookies without the Secure attribute.
    return [
        (name, value + b"; Secure")
        if name.lower() == b"set-cookie" and b"secure" not in value.lower()
        else (name, value)
        for name, value in headers
    ]


@cache
def _headers() -> tuple[tuple[bytes, bytes], ...]:
    return (
        (b"content-security-policy", policy().encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"referrer-policy", b"no-referrer"),
        (b"x-frame-options", b"DENY"),
        (b"cross-origin-opener-policy", b"same-origin"),
        (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
    )
