"""A connection that holds the server up is ended; the others go on. On real sockets."""

import socket
from threading import Thread
from types import SimpleNamespace

import pytest
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from models.wording import LANGUAGES
from pages.respond.html import notice
from pages.shell.headers import secured
from pages.shell.server import connections

GET = b"GET / HTTP/1.1\r\nHost: localhost\r\n"


async def house(_scope, receive, send):
    """Answers when the whole request is there."""
    while (await receive()).get("more_body"):
        pass
    await send(
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"6")]}
    )
    await send({"type": "http.response.body", "body": b"inside"})


@pytest.fixture
def limits(monkeypatch):
    """The limits, made small enough to be met at once."""
    for name in (*connections.METHODS, "send_400_response"):
        monkeypatch.setattr(HttpToolsProtocol, name, getattr(HttpToolsProtocol, name))
    connections.mend(unreadable=notice(422), crowded=notice(429))
    return lambda **changes: [
        monkeypatch.setattr(connections, name, value) for name, value in changes.items()
    ]


@pytest.fixture
def server(limits):
    """The server that Streamlit uses, with the limits and a house of one word."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        bound.listen()
        program = uvicorn.Server(uvicorn.Config(house, log_config=None, lifespan="off"))
        thread = Thread(target=program.run, kwargs={"sockets": [bound]})
        thread.start()
        yield SimpleNamespace(address=bound.getsockname(), program=program)
        program.should_exit = True
        thread.join()


@pytest.fixture
def connect(server):
    """connect(source) -> a socket to the server, from an address that is no proxy of ours."""
    sockets = []

    def connected(source="127.0.0.2"):
        sockets.append(socket.create_connection(server.address, 20, (source, 0)))
        return sockets[-1]

    yield connected
    for peer in sockets:
        peer.close()


def everything(peer):
    """The whole answer of the server until it closes the connection."""
    page = b""
    while data := peer.recv(65536):
        page += data
    return page.decode()


def response_to(peer, request=GET + b"Connection: close\r\n\r\n"):
    peer.sendall(request)
    return everything(peer)


def is_kind(answer, status):
    head, _, page = answer.partition("\r\n\r\n")
    kind = all(f'<section lang="{language}">' in page for language in LANGUAGES)
    names = {line.partition(":")[0].lower() for line in head.splitlines()}
    guarded = "default-src 'none'" in head and names >= {name.decode() for name, _ in secured([])}
    return head.startswith(f"HTTP/1.1 {status} ") and guarded and kind


def test_a_whole_request_is_answered(connect):
    assert response_to(connect()).endswith("inside")


def test_a_connection_serves_one_request_after_another(connect):
    peer = connect()
    peer.sendall(GET + b"\r\n")
    assert peer.recv(65536).endswith(b"inside")
    assert response_to(peer).endswith("inside")


@pytest.mark.parametrize("start", [b"", b"G", GET, GET + b"Content-Length: 9\r\n\r\nabc"])
def test_a_request_that_does_not_come_is_not_waited_for(limits, connect, start):
    limits(HEAD_PATIENCE=0.1, BODY_PATIENCE=0.1)
    peer = connect()
    peer.sendall(start)
    assert "inside" not in everything(peer)


def test_a_head_without_end_is_refused(limits, connect):
    limits(LONGEST_HEAD=2_000)
    peer = connect()
    peer.sendall(GET)
    assert is_kind(response_to(peer, b"X: " + b"x" * 4_000), 431)


@pytest.mark.parametrize("request_", [b"\0\1\2\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9\r\n\r\n"])
def test_what_is_no_http_gets_the_kind_page(connect, request_):
    assert is_kind(response_to(connect(), request_), 400)


WEBSOCKET = b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"


@pytest.mark.parametrize(
    "request_",
    [
        GET + WEBSOCKET + b"Sec-WebSocket-Key: x\r\n\r\n",
        GET.replace(b"GET", b"POST") + WEBSOCKET + b"\r\n",
        GET + WEBSOCKET.replace(b"13", b"7") + b"Sec-WebSocket-Key: " + b"A" * 22 + b"==\r\n\r\n",
    ],
)
def test_what_is_no_websocket_gets_the_kind_page(connect, request_):
    assert is_kind(response_to(connect(), request_), 400)


def test_a_websocket_is_handed_on(connect):
    request = GET + WEBSOCKET + b"Sec-WebSocket-Key: " + b"A" * 22 + b"==\r\n\r\n"
    assert not is_kind(response_to(connect(), request), 400)


def test_an_address_has_only_so_many_connections(limits, connect):
    limits(MOST_CONNECTIONS=5)
    crowd = [connect() for _ in range(5)]
    assert is_kind(everything(connect()), 429)
    assert response_to(connect("127.0.0.3")).endswith("inside")
    assert response_to(crowd[0]).endswith("inside")
    assert response_to(connect()).endswith("inside")


def test_a_proxy_of_ours_may_have_any_number(limits, connect):
    limits(MOST_CONNECTIONS=1)
    crowd = [connect("127.0.0.1") for _ in range(5)]
    assert all(response_to(peer).endswith("inside") for peer in crowd)
