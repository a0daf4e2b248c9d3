"""Reading a respondent's form: urlencoded and in UTF-8 only, within limits of size and time."""

import asyncio
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from survey.plain_text import plain

URLENCODED = "application/x-www-form-urlencoded"
# A comment much longer than allowed must still be shown again to its writer.
LARGEST = 60_000
MOST_FIELDS, LONGEST_NAME = 200, 64
PATIENCE = 15.0

TIMED_OUT, TOO_LARGE, OTHER_KIND, MALFORMED = 408, 413, 415, 422


class FormRefused(Exception):
    """A form that no page of ours sends; `status` is the HTTP status of the refusal."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


async def read_form(request: Request) -> dict[str, str]:
    """Return the fields that are not blank, in plain signs.

    Raises FormRefused, before reading where it can.

    Multipart is not read at all: its parts name their own charset, and decoding 60 kB of punycode
    stops every other request for seconds. A charset of the sender's choice is not used either.
    """
    length = _length(request)
    if length == 0:
        return {}
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != URLENCODED:
        raise FormRefused(OTHER_KIND)
    return _fields(await _body(request))


def _length(request: Request) -> int:
    text = request.headers.get("content-length", "")
    is_number = text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST))
    if not is_number or int(text) > LARGEST:
        raise FormRefused(TOO_LARGE)
    return int(text)


async def _body(request: Request) -> bytes:
    body = b""
    try:
        async with asyncio.timeout(PATIENCE):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST:
                    raise FormRefused(TOO_LARGE)
    except (TimeoutError, ClientDisconnect):
        raise FormRefused(TIMED_OUT) from None
    return body


def _fields(body: bytes) -> dict[str, str]:
    try:
        fields = parse_qsl(body.decode("ascii"), errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError:
        raise FormRefused(MALFORMED) from None
    # PostgreSQL cannot store a NUL.
    if any(len(name) > LONGEST_NAME or "\0" in name + text for name, text in fields):
        raise FormRefused(MALFORMED)
    return {name: plain(text) for name, text in fields}
