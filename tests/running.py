"""Starts the real program, as `make run` does, on a free port with a database of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

from pages.shell.server import local_key

ROOT = Path(__file__).parents[1]
# Chosen, so that browsers can have its pass before the program is there.
KEY = "the-key-of-every-program-that-the-tests-start"
COOKIE = f"{local_key.COOKIE}={local_key.a_pass(KEY)}"
BROWSER_COOKIE = {
    "name": local_key.COOKIE,
    "value": local_key.a_pass(KEY),
    "url": "http://localhost",
}


@contextmanager
def running(folder, *, port=None, **settings):
    """Gives url, port, database_url, pid, and environment for the command line beside it.

    settings: PEJLING_ variables of the installation, by their names without it.
    """
    port = port or free_port()
    database_url = f"sqlite:///{folder / 'pejling.db'}"
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith("PEJLING_")
    }
    chosen = {f"PEJLING_{name}": value for name, value in ({"LOCAL_KEY": KEY} | settings).items()}
    environment = {**inherited, **chosen, "PEJLING_DATABASE_URL": database_url}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={port}"]
    with (folder / "server.log").open("w") as log:
        program = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
        try:
            url = f"http://localhost:{port}"
            wait_for(f"{url}/health", program)
            yield SimpleNamespace(
                url=url,
                port=port,
                database_url=database_url,
                environment=environment,
                pid=program.pid,
            )
        finally:
            program.terminate()
            program.wait(10)


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
