"""Seconds to import values and to judge promises: `python -m benchmarks.steering`.

Measured on a database file as a single installation has one; prints the machine and the figures.
"""

import os
import platform
import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from models.access import Role, Viewer
from models.services.opening import opened
from models.services.promises import observations, strategies, targets
from models.services.promises.scoreboard import scoreboard
from models.strategy.observation import Observation
from models.strategy.rule.assess import assess
from models.strategy.target import Direction, IndicatorKind, Target

STEWARD = Viewer("måling", Role.STEWARD)
TODAY = date(2023, 2, 1)
ROWS, CRITERIA, YEARS, RERUNS = 50_000, 5_000, 10, 40


def seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def figure(what: str, took: float, limit: float) -> None:
    verdict = "holds" if took < limit else "BROKEN"
    print(f"{what:<70}{took * 1000:>9.1f} ms   under {limit * 1000:>6.0f} ms: {verdict}")


def fifty_thousand(folder: Path) -> Path:
    """A file with a value a day for as many criteria and days as it takes."""
    ids = list(strategies.criteria())
    days = (date(2013, 1, 1) + timedelta(days=number) for number in range(ROWS))
    lines = (f"{criterion_id},{day},1" for day in days for criterion_id in ids)
    path = folder / "observations.csv"
    path.write_text("criterion_id,ref,value\n" + "\n".join(islice(lines, ROWS)), encoding="utf-8")
    return path


def a_target(criterion_id: str) -> Target:
    return Target(
        criterion_id=criterion_id,
        kind=IndicatorKind.PERCENTAGE,
        direction=Direction.INCREASE,
        baseline=0.0,
        baseline_on=date(2012, 12, 31),
        target=100.0,
        due=date(2022, 12, 31),
        set_on=TODAY,
    )


def ten_years(criterion_id: str) -> list[Observation]:
    return [
        Observation(criterion_id, date(2013 + year, 12, 31), 100.0 * year / YEARS, TODAY)
        for year in range(YEARS)
    ]


def measure_import(folder: Path) -> None:
    path, url = fifty_thousand(folder), f"sqlite:///{folder / 'import.db'}"

    def bring() -> None:
        with opened(url) as db:
            observations.import_observations(db, path, by=STEWARD, on=TODAY)

    figure(f"import of {ROWS} observations", seconds(bring), 10)
    figure("the same file again, which changes nothing", seconds(bring), 10)


def measure_status() -> None:
    promise = Target(
        criterion_id="any",
        kind=IndicatorKind.SURVEY,
        direction=Direction.INCREASE,
        baseline=5.0,
        baseline_on=date(2012, 12, 31),
        target=50.0,
        due=date(2022, 12, 31),
        set_on=TODAY,
    )
    series = [
        Observation("any", date(2013 + year, 12, 31), 5.0 * year, TODAY, k=20 * year, n=400)
        for year in range(YEARS)
    ]
    as_of = date(2022, 6, 30)
    took = seconds(lambda: [assess(promise, series, as_of=as_of) for _ in range(CRITERIA)])
    figure(f"status of {CRITERIA} survey criteria, {YEARS} observations each", took, 1)


def measure_scoreboard(folder: Path) -> None:
    url = f"sqlite:///{folder / 'scoreboard.db'}"
    ids = [criterion.id for criterion in strategies.strategy("hovedstaden").criteria]
    with opened(url) as db:
        for criterion_id in ids:
            targets.set_target(db, a_target(criterion_id), by=STEWARD, on=TODAY)
            for observation in ten_years(criterion_id):
                observations.record(db, observation, by=STEWARD)

    def look() -> None:
        scoreboard(db, "hovedstaden", as_of=date(2022, 6, 30), by=STEWARD)

    with opened(url) as db:
        cold = seconds(look)
        warm = [seconds(look) for _ in range(RERUNS)]
    what = f"scoreboard, {len(ids)} criteria x {YEARS} years"
    figure(f"{what}, first time on a fresh connection", cold, 0.5)
    figure(f"{what}, median of {RERUNS}", median(warm), 0.15)
    figure(f"{what}, 95th percentile of {RERUNS}", quantiles(warm, n=20)[-1], 0.15)


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"load before: {os.getloadavg()[0]:.1f}")
    print(
        f"reading the five strategies, once a process: {seconds(strategies.criteria) * 1000:.0f} ms"
    )
    with TemporaryDirectory() as folder:
        measure_import(Path(folder))
        measure_scoreboard(Path(folder))
    measure_status()


if __name__ == "__main__":
    main()
