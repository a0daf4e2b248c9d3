"""Streamlit's inside, where we rely on it; when an upgrade changes it, look again and mend."""

import inspect
import tomllib
from importlib.metadata import version
from types import SimpleNamespace

import pytest
import uvloop
from packaging.version import Version
from streamlit import config
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import script_runner
from streamlit.runtime.websocket_session_manager import WebsocketSessionManager
from uvicorn.protocols.http.auto import AutoHTTPProtocol
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from pages.shell import reconnect
from pages.shell.front_page import NOSCRIPT
from pages.shell.headers import index, script_hashes
from tests.test_house import ROOT

SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
OPTIONS = [
    f"{section}.{name}"
    for section in ("server", "logger", "runner", "browser", "client")
    for name in SETTINGS[section]
]


@pytest.mark.parametrize("option", OPTIONS)
def test_streamlit_still_knows_the_options_we_set(option):
    assert option in config._config_options_template


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("runner", "postScriptGC", False),
        ("runner", "magicEnabled", False),
        ("server", "fileWatcherType", "none"),
        ("server", "address", "127.0.0.1"),
        ("server", "maxUploadSize", 10),
        ("server", "enableAgentApi", False),
        ("browser", "gatherUsageStats", False),
        ("logger", "hideWelcomeMessage", True),
        ("client", "showErrorDetails", "none"),
    ],
)
def test_what_must_be_set_is_set(section, name, value):
    assert SETTINGS[section][name] == value


def test_the_hidden_option_still_decides_about_collecting_after_each_run():
    assert "runner.postScriptGC" in inspect.getsource(script_runner)


def test_returning_sessions_still_register_watchers_unasked():
    returning = inspect.getsource(WebsocketSessionManager._resume_stored_session)
    assert "existing_session.register_file_watchers()" in returning
    assert "fileWatcherType" not in returning


@pytest.fixture
def mended():
    reconnect.mend()
    yield
    AppSession.register_file_watchers = reconnect._register


@pytest.mark.usefixtures("mended")
def test_a_returning_session_registers_no_watchers_when_they_are_off():
    config.set_option("server.fileWatcherType", "none")
    session = SimpleNamespace(_local_sources_watcher=None)
    AppSession.register_file_watchers(session)
    assert session._local_sources_watcher is None


def test_the_old_way_of_finding_pages_still_hangs_on_the_flag_we_shut():
    assert "uses_pages_directory" in inspect.getsource(PagesManager.__init__)
    assert PagesManager.uses_pages_directory in (None, False)


def test_the_front_page_still_has_the_one_inline_script_we_know():
    assert script_hashes(index()) == ["'sha256-THxz9J9+wf7rhwR2YkXJoSZ13UCmYyC+3lNDv2+8ugA='"]


def test_the_front_page_still_has_what_we_replace():
    assert index().count('<html lang="en">') == 1
    assert len(NOSCRIPT.findall(index())) == 1


def test_starlette_has_the_fixes_that_streamlit_does_not_ask_for():
    assert Version(version("starlette")) >= Version("1.3")


def test_the_server_still_speaks_http_through_the_class_whose_limits_we_set():
    assert AutoHTTPProtocol is HttpToolsProtocol


def test_the_fast_event_loop_is_installed():
    assert uvloop.Loop
