"""Seconds until the scoreboard is shown in a browser: `python -m benchmarks.pages`.

A real server, asked over its own websocket as a browser asks; from the question to the last byte of
the answer, so server and wire are in the figure and drawing in the browser is not.
"""

import shutil
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from playwright.sync_api import sync_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

from benchmarks.steering import STEWARD, TODAY, a_target, figure, ten_years
from models.services.opening import opened
from models.services.promises import observations, strategies, targets
from tests.journeys.conftest import FLAGS
from tests.running import COOKIE, KEY, running

RERUNS, COLD, COLD_LIMIT, WARM_LIMIT, FIRST_PAGE_LIMIT = 40, 5, 0.5, 0.15, 5.0


def fill(url: str) -> None:
    """Each of Hovedstaden's criteria with a target and ten years of observations."""
    with opened(url) as db:
        for criterion in strategies.strategy("hovedstaden").criteria:
            targets.set_target(db, a_target(criterion.id), by=STEWARD, on=TODAY)
            for observation in ten_years(criterion.id):
                observations.record(db, observation, by=STEWARD)


def browser(port: int) -> ClientConnection:
    return connect(
        f"ws://localhost:{port}/_stcore/stream",
        subprotocols=["streamlit"],
        additional_headers={"Cookie": f"{COOKIE}; pejling_role=leadership; pejling_language=da"},
        max_size=None,
    )


def rerun(socket: ClientConnection, address: str, query: str = "") -> tuple[float, int]:
    """Seconds and bytes from asking for a page to its last message."""
    question = BackMsg()
    question.rerun_script.page_name = address
    question.rerun_script.query_string = query
    start, size, kind = perf_counter(), 0, None
    socket.send(question.SerializeToString())
    while kind != "script_finished":
        answer = socket.recv(timeout=60)
        size += len(answer)
        kind = ForwardMsg.FromString(answer).WhichOneof("type")
    return perf_counter() - start, size


def first_page() -> float:
    """Seconds from starting the program to a heading a person can read."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = chromium.new_page()
        start = perf_counter()
        with running(Path(folder)) as program:
            page.goto(f"{program.url}/?key={KEY}")
            page.get_by_role("heading", level=1).wait_for()
            took = perf_counter() - start
        chromium.close()
    return took


def main() -> None:
    with TemporaryDirectory() as folder, running(Path(folder)) as program:
        # Filling takes longer than the server needs to make itself ready.
        fill(program.database_url)
        cold = []
        for _ in range(COLD):
            with browser(program.port) as socket:
                cold.append(rerun(socket, "scoreboard")[0])
        with browser(program.port) as socket:
            rerun(socket, "scoreboard")
            warm, sizes = zip(*(rerun(socket, "scoreboard") for _ in range(RERUNS)), strict=True)
    figure("scoreboard, first ever on a fresh server", cold[0], COLD_LIMIT)
    figure("scoreboard, first in a new session, median", median(cold[1:]), COLD_LIMIT)
    figure("scoreboard again, 95th percentile", quantiles(warm, n=20)[-1], WARM_LIMIT)
    figure("first page of a fresh server in a browser", first_page(), FIRST_PAGE_LIMIT)
    print(f"median {median(warm) * 1000:.0f} ms, {sizes[-1] / 1000:.0f} kB a rerun")


if __name__ == "__main__":
    main()
