"""Milliseconds to show how a strategy stands: `python -m benchmarks.scoreboard`.

A real server, asked over its own websocket as a browser asks: Hovedstaden's 65 criteria, each with
a target and ten yearly observations; see `benchmarks.pages` for what is in a figure.
"""

import os
import platform
import sys
from pathlib import Path
from statistics import mean, median, quantiles
from tempfile import TemporaryDirectory
from types import SimpleNamespace

from benchmarks.culture import browser, cpu_seconds
from benchmarks.pages import fill, rerun
from tests.running import running

RERUNS, SESSIONS, LIMIT, FIRST_LIMIT = 40, 5, 0.15, 0.3
# What is asked for: a name, the page, and the address.
VIEWS = (
    ("scoreboard", "scoreboard", "strategy=hovedstaden"),
    ("what changed since 2020", "scoreboard", "strategy=hovedstaden&since=2020-06-30"),
    ("reds, list open", "scoreboard", "strategy=hovedstaden&status=missed,off_track"),
    ("every promise, list open", "scoreboard", "strategy=hovedstaden&sort=behind"),
    ("what changed", "changes", "strategy=hovedstaden&since=2020-06-30"),
    ("gaps", "gaps", "strategy=hovedstaden"),
    ("promise", "criterion", "strategy=hovedstaden&criterion=HOV-T2-C9"),
)


def report(program: SimpleNamespace, name: str, page: str, query: str) -> str:
    """One view: the first time on this server, in new sessions, and again."""
    first = []
    for _ in range(SESSIONS):
        with browser(program.port, "leadership") as socket:
            first.append(rerun(socket, page, query)[0])
    with browser(program.port, "leadership") as socket:
        rerun(socket, page, query)
        cpu = cpu_seconds(program.pid)
        took, sizes = zip(*(rerun(socket, page, query) for _ in range(RERUNS)), strict=True)
        cpu = cpu_seconds(program.pid) - cpu
    return (
        f"  {name:<26} on this server {first[0] * 1000:>4.0f} ms"
        f"  new session {median(first[1:]) * 1000:>4.0f} ms (limit {FIRST_LIMIT * 1000:.0f})"
        f"  again p95 {quantiles(took, n=20)[-1] * 1000:>4.0f} ms (limit {LIMIT * 1000:.0f})"
        f"  median {median(took) * 1000:>4.0f} ms"
        f"  processor {cpu / RERUNS * 1000:>4.0f} ms  {mean(sizes) / 1000:.0f} kB"
    )


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    with TemporaryDirectory() as folder, running(Path(folder)) as program:
        fill(program.database_url)
        print(f"load {os.getloadavg()[0]:.1f}")
        for name, page, query in VIEWS:
            print(report(program, name, page, query), flush=True)


if __name__ == "__main__":
    main()
