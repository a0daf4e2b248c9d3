"""Ends connections that hold the server up: silent, endless, too many, or no HTTP at all.

Uvicorn 0.54 waits without end for a request, takes a head of any length, and answers what is no
HTTP without a page and without headers. Whoever knows the address can send all of these.
"""

import re
from typing import Any

from starlette.responses import Response
from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol

from pages.shell.headers import secured

# Seconds until the head and then the body must have come, and the head's bytes at most.
HEAD_PATIENCE, BODY_PATIENCE, LONGEST_HEAD = 15.0, 120.0, 64 * 1024
# A whole hospital may come from one address, each browser with up to six connections.
MOST_CONNECTIONS = 400
BAD_REQUEST, TOO_MANY, HEAD_TOO_LONG = 400, 429, 431
# 16 bytes in base64, as every browser sends them (RFC 6455, section 4.1).
WEBSOCKET_KEY = re.compile(rb"[A-Za-z0-9+/]{22}==")
METHODS = (
    "connection_made",
    "data_received",
    "on_message_begin",
    "on_headers_complete",
    "on_message_complete",
    "handle_websocket_upgrade",
)
_PLAIN = {name: getattr(HttpToolsProtocol, name) for name in METHODS}
_PAGES: dict[int, bytes] = {}

# Uvicorn's protocol, on which `deadline` and `head_bytes` are set.
Protocol = Any


def mend(unreadable: Response, crowded: Response) -> None:
    """Make every connection obey the limits; doing it twice changes nothing.

    unreadable: the page for what is no HTTP or has too long a head; crowded: the page for an
    address with too many connections.
    """
    _PAGES.clear()
    for status, page in (
        (BAD_REQUEST, unreadable),
        (HEAD_TOO_LONG, unreadable),
        (TOO_MANY, crowded),
    ):
        _PAGES[status] = _raw(status, page)
    for name in METHODS:
        setattr(HttpToolsProtocol, name, globals()[f"_{name}"])
    HttpToolsProtocol.send_400_response = _send_400_response  # type: ignore[method-assign] - that is the mending


def _raw(status: int, page: Response) -> bytes:
    lines = [name + b": " + value for name, value in secured(page.raw_headers)]
    return STATUS_LINE[status] + b"\r\n".join([*lines, b"connection: close", b"", bytes(page.body)])


def _connection_made(protocol: Protocol, transport: Protocol) -> None:
    _PLAIN["connection_made"](protocol, transport)
    protocol.deadline, protocol.head_bytes = None, 0
    if _is_crowded(protocol):
        _refuse(protocol, TOO_MANY)
    else:
        _wait(protocol, HEAD_PATIENCE)


def _data_received(protocol: Protocol, data: bytes) -> None:
    if protocol.transport.is_closing():
        return
    _PLAIN["data_received"](protocol, data)
    if protocol.head_bytes is not None:
        protocol.head_bytes += len(data)
        if protocol.head_bytes > LONGEST_HEAD:
            _refuse(protocol, HEAD_TOO_LONG)


def _on_message_begin(protocol: Protocol) -> None:
    _PLAIN["on_message_begin"](protocol)
    protocol.head_bytes = 0
    _wait(protocol, HEAD_PATIENCE)


def _on_headers_complete(protocol: Protocol) -> None:
    _PLAIN["on_headers_complete"](protocol)
    protocol.head_bytes = None
    _wait(protocol, BODY_PATIENCE)


def _on_message_complete(protocol: Protocol) -> None:
    _PLAIN["on_message_complete"](protocol)
    _stop_waiting(protocol)


def _handle_websocket_upgrade(protocol: Protocol) -> None:
    """Hand a websocket on; what is none would be answered without our headers, or not at all."""
    headers = dict(protocol.scope["headers"])
    is_ours = headers.get(b"sec-websocket-version") == b"13" and protocol.scope["method"] == "GET"
    if is_ours and WEBSOCKET_KEY.fullmatch(headers.get(b"sec-websocket-key", b"")):
        _PLAIN["handle_websocket_upgrade"](protocol)
    else:
        _refuse(protocol, BAD_REQUEST)


def _send_400_response(protocol: Protocol, _message: str) -> None:
    _refuse(protocol, BAD_REQUEST)


def _is_crowded(protocol: Protocol) -> bool:
    """Whether an address has too many connections; a proxy of our own may have any number."""
    host = protocol.client[0] if protocol.client else ""
    if host in getattr(protocol.app, "trusted_hosts", ()):
        return False
    hosts = (other.client[0] for other in protocol.connections if other.client)
    return sum(other == host for other in hosts) > MOST_CONNECTIONS


def _refuse(protocol: Protocol, status: int) -> None:
    _stop_waiting(protocol)
    if not protocol.transport.is_closing():
        protocol.transport.write(_PAGES[status])
        protocol.transport.close()


def _wait(protocol: Protocol, seconds: float) -> None:
    _stop_waiting(protocol)
    protocol.deadline = protocol.loop.call_later(seconds, protocol.timeout_keep_alive_handler)


def _stop_waiting(protocol: Protocol) -> None:
    if protocol.deadline is not None:
        protocol.deadline.cancel()
        protocol.deadline = None
