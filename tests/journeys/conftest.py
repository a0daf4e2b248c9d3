"""The running program with a database of its own, and a browser to walk through it."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url, program):
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            assert program.poll() is None, "the program stopped before it answered"
            time.sleep(0.1)
    raise AssertionError(f"nothing answers on {url}")


@pytest.fixture
def server(tmp_path):
    """Pejling as `make run` starts it: url, database_url, and environment for the command line."""
    port = free_port()
    database_url = f"sqlite:///{tmp_path / 'pejling.db'}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PEJLING_")}
    environment = {**kept, "PEJLING_DATABASE_URL": database_url}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    log = (tmp_path / "server.log").open("w")
    program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    try:
        url = f"http://localhost:{port}"
        wait_for(f"{url}/health", program)
        yield SimpleNamespace(url=url, database_url=database_url, environment=environment)
    finally:
        program.terminate()
        program.wait(10)
        log.close()


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = (
            shutil.which("chromium")
            or shutil.which("chromium-browser")
            or shutil.which("google-chrome")
        )
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def new_browser(browser):
    """new_browser(phone=True) -> a page in a browser of its own: other cookies, another person."""
    contexts = []

    def opened(*, phone=False, language="da-DK", **options):
        size = PHONE if phone else DESKTOP
        contexts.append(
            browser.new_context(viewport=size, locale=language, has_touch=phone, **options)
        )
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def browser_page(new_browser):
    """A page on a desktop screen."""
    return new_browser()


@pytest.fixture
def phone_page(new_browser):
    """A page on a phone."""
    return new_browser(phone=True)
