"""Seconds to show results, however many answered: `python -m benchmarks.culture`.

A real server, asked over its own websocket as a browser asks, for regions from 6,500 employees to
775,000 respondents with two released waves; see `benchmarks.pages` for what is in a figure.
"""

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from types import SimpleNamespace

from websockets.sync.client import ClientConnection, connect

from benchmarks.pages import rerun
from benchmarks.regions import ADMINISTRATOR, with_two_releases
from models.services.demo import region
from models.services.opening import opened
from models.services.waves import lifecycle
from models.storage.answers import responses
from tests.running import COOKIE, running

RERUNS, LIMIT, FIRST_LIMIT = 40, 0.2, 1.0
PAGES = (
    ("leadership", "culture", ""),
    ("leadership", "culture", "view=levels"),
    ("leadership", "culture", "view=change"),
    ("leadership", "culture", "view=participation"),
    ("leadership", "culture_method", "view=groups"),
    ("department", "own_culture", ""),
)
FIRST_VIEW = {"culture": "view=map", "culture_method": "view=drivers"}


@dataclass(frozen=True)
class Rerun:
    """Seconds from question to last byte, bytes, and seconds the server worked."""

    took: float
    size: int
    cpu: float


def browser(port: int, role: str) -> ClientConnection:
    return connect(
        f"ws://localhost:{port}/_stcore/stream",
        subprotocols=["streamlit"],
        additional_headers={"Cookie": f"{COOKIE}; pejling_role={role}; pejling_language=da"},
        max_size=None,
    )


def cpu_seconds(pid: int) -> float:
    """The seconds that a process has kept a processor busy: the wall clock without other work."""
    spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


def respondents(url: str) -> int:
    """The number of people who answered the newest wave."""
    with opened(url) as db:
        wave = lifecycle.all_waves(db, by=ADMINISTRATOR)[-1]
        return sum(responses.counts(db, wave.id).values())


def ask(program: SimpleNamespace, socket: ClientConnection, page: str, query: str) -> Rerun:
    """A page once, come to from its first view where another is asked for.

    An address is obeyed only when it has changed.
    """
    if query:
        rerun(socket, page, FIRST_VIEW[page])
    cpu = cpu_seconds(program.pid)
    took, size = rerun(socket, page, query)
    return Rerun(took, size, cpu_seconds(program.pid) - cpu)


def report(program: SimpleNamespace, role: str, page: str, query: str) -> str:
    """One page in one view: the first time on this server, in a new session, and again."""
    with browser(program.port, role) as socket:
        ever = rerun(socket, page, query)[0]
    with browser(program.port, role) as socket:
        first = rerun(socket, page, query)[0]
        reruns = [ask(program, socket, page, query) for _ in range(RERUNS)]
    took = [result.took for result in reruns]
    return (
        f"  {page + ' ' + query:<28} on this server {ever * 1000:>5.0f} ms"
        f"  new session {first * 1000:>4.0f} ms (limit {FIRST_LIMIT * 1000:.0f})"
        f"  again p95 {quantiles(took, n=20)[-1] * 1000:>4.0f} ms (limit {LIMIT * 1000:.0f})"
        f"  median {median(took) * 1000:>4.0f} ms"
        f"  processor {mean(result.cpu for result in reruns) * 1000:>4.0f} ms"
        f"  {max(result.size for result in reruns) / 1000:.0f} kB"
    )


def measure(folder: Path) -> None:
    """Each page in the region of a folder."""
    with running(folder) as program:
        for role, page, query in PAGES:
            print(report(program, role, page, query), flush=True)


def make(folder: Path, size: region.Size) -> None:
    start = perf_counter()
    url = with_two_releases(folder, size)
    seconds = perf_counter() - start
    print(f"{size}: {respondents(url)} responses, made in {seconds:.0f} s", end="")
    print(f", load {os.getloadavg()[0]:.1f}")


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for size in map(region.Size, sys.argv[1:] or region.Size):
        with TemporaryDirectory() as folder:
            make(Path(folder), size)
            measure(Path(folder))


if __name__ == "__main__":
    main()
