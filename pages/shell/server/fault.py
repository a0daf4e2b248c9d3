"""The answer to a request that met a fault of ours: a page for people, and the fault in the log."""

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from pages.shell.headers import secured


def answering(page: Response) -> Callable[[Request, Exception], Response]:
    """Return the handler of exceptions that nobody else handles; the server still logs them.

    It answers outside every middleware, so the security headers are on the page itself.
    """
    page.raw_headers = secured(page.raw_headers)

    def answer(_request: Request, _fault: Exception) -> Response:
        return page

    return answer
