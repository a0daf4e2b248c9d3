"""How quickly results are shown, however many answered: `python -m benchmarks.culture`.

A real server, asked over its own websocket as a browser asks, for regions from 6,500 employees to
775,000 respondents with two released waves; see `benchmarks.pages` for what is in a figure.
"""

import os
import platform
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from websockets.sync.client import ClientConnection, connect

from benchmarks.pages import rerun
from benchmarks.regions import with_two_releases
from models.services import demo, waves
from models.services.opening import opened
from models.storage import responses
from tests.running import running

RERUNS, LIMIT, FIRST_LIMIT = 40, 0.2, 1.0
PAGES = {"leadership": "culture", "department": "own_culture"}


def browser(port: int, role: str) -> ClientConnection:
    return connect(
        f"ws://localhost:{port}/_stcore/stream",
        subprotocols=["streamlit"],
        additional_headers={"Cookie": f"pejling_role={role}; pejling_language=da"},
        max_size=None,
    )


def cpu_seconds(pid: int) -> float:
    """How long a process has kept a processor busy: what the wall clock is without other work."""
    spent = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(spent[11]) + int(spent[12])) / os.sysconf("SC_CLK_TCK")


def respondents(url: str) -> int:
    """How many answered the newest wave."""
    with opened(url) as db:
        wave = waves.all_waves(db)[-1]
        return sum(responses.counts(db, wave.id).values())


def measure(size: demo.Size) -> None:
    with TemporaryDirectory() as folder:
        begun = perf_counter()
        url = with_two_releases(Path(folder), size)
        made = perf_counter() - begun
        count = respondents(url)
        print(f"{size}: {count} responses, made in {made:.0f} s, load {os.getloadavg()[0]:.1f}")
        with running(Path(folder)) as program:
            for role, page in PAGES.items():
                with browser(program.port, role) as socket:
                    first = rerun(socket, page)[0]
                    worked = cpu_seconds(program.pid)
                    took, sizes = zip(*(rerun(socket, page) for _ in range(RERUNS)), strict=True)
                    worked = (cpu_seconds(program.pid) - worked) / RERUNS
                print(
                    f"  {page:<12} first {first * 1000:>6.0f} ms (limit {FIRST_LIMIT * 1000:.0f})"
                    f"  again p95 {quantiles(took, n=20)[-1] * 1000:>6.0f} ms"
                    f" (limit {LIMIT * 1000:.0f})  median {median(took) * 1000:>6.0f} ms"
                    f"  processor {worked * 1000:>4.0f} ms a rerun  {max(sizes) / 1000:.0f} kB",
                    flush=True,
                )


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    for size in map(demo.Size, sys.argv[1:] or demo.Size):
        measure(size)


if __name__ == "__main__":
    main()
