"""A freshly started server never shows a page without the front door."""

import re
import urllib.error
import urllib.request

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.examples import examples
from tests.running import COOKIE, running
from tests.test_house import PAGES, SCRIPTS

REFUSAL = "ikke åben for din rolle"
ADDRESSES = [path.stem for path in SCRIPTS]
# One room of each audience is asked of a server that nobody has asked anything before.
FIRST_ASKED = examples(["own_culture"], thorough=["scoreboard", "annual_status", "registers"])


@pytest.fixture(scope="module", params=FIRST_ASKED)
def fresh_server(request, tmp_path_factory):
    """A server that the first test asks first, and the address of the page that it asks for."""
    with running(tmp_path_factory.mktemp("fresh")) as program:
        yield program, request.param


@pytest.fixture
def server(fresh_server):
    """The same server, for those who need not be first."""
    return fresh_server[0]


def open_as_respondent(server, address):
    """Every message of the server's own websocket to somebody who may enter no room."""
    script, messages = BackMsg(), []
    script.rerun_script.page_name = address
    with connect(
        f"ws://localhost:{server.port}/_stcore/stream",
        subprotocols=["streamlit"],
        additional_headers={"Cookie": f"{COOKIE}; pejling_role=respondent; pejling_language=da"},
        max_size=None,
    ) as socket:
        socket.send(script.SerializeToString())
        while not messages or messages[-1].WhichOneof("type") != "script_finished":
            messages.append(ForwardMsg.FromString(socket.recv(timeout=30)))
    return messages


def kinds(messages):
    return {message.WhichOneof("type") for message in messages}


def test_the_first_request_to_a_fresh_server_meets_the_front_door(fresh_server):
    messages = open_as_respondent(*fresh_server)
    assert "navigation" in kinds(messages)
    assert REFUSAL in str([m.delta.new_element.alert.body for m in messages])


def test_every_address_meets_the_front_door_over_http_and_websocket(server):
    for address in ADDRESSES:
        page = urllib.request.Request(f"{server.url}/{address}", headers={"Cookie": COOKIE})
        with urllib.request.urlopen(page) as answer:
            assert '<div id="root"></div>' in answer.read().decode()
        messages = open_as_respondent(server, address)
        assert REFUSAL in str([m.delta.new_element.alert.body for m in messages]), address


def status(url, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status
    except urllib.error.HTTPError as refusal:
        return refusal.code


def test_the_running_program_serves_nothing_but_the_survey_without_its_key(server):
    own = ("health", "host-config", "metrics", "script-health-check", "upload_file/a/b", "stream")
    paths = ["", *ADDRESSES, "media/x", "static/x", *(f"_stcore/{name}" for name in own)]
    assert {status(f"{server.url}/{path}") for path in paths} == {403}
    assert {status(f"{server.url}/{path}") for path in ("svar", "health")} == {200}
    with pytest.raises(InvalidStatus), connect(f"ws://localhost:{server.port}/_stcore/stream"):
        pass


def test_the_program_writes_the_address_with_its_key_and_leaves_no_log_beside_the_file(tmp_path):
    with running(tmp_path, LOCAL_KEY="") as server:
        log = (tmp_path / "server.log").read_text()
        address = re.search(r"http://localhost:\d+/\?key=\S+", log)[0]
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with visitor.open(address) as answer:
            assert answer.url == f"{server.url}/"
            assert '<div id="root"></div>' in answer.read().decode()
        urllib.request.urlopen(f"{server.url}/svar").close()
        assert (tmp_path / "pejling.db-wal").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["pejling.db", "server.log"]


@pytest.mark.parametrize("path", [f"{p.parent.name}/{p.stem}" for p in SCRIPTS])
def test_no_page_lies_where_streamlit_would_find_it_by_itself(path):
    assert not (PAGES / "pages").exists()
    assert not (PAGES / f"{path.split('/')[1]}.py").exists()
