"""Seconds to compute statuses with forecasts, and changes: `python -m benchmarks.status`.

Pure computing of 5,000 criteria with 20 observations each, then the services for the 65 criteria
of a strategy with ten years in a database file; prints the machine and the figures.
"""

import os
import platform
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from benchmarks.steering import STEWARD, a_target, figure, seconds, ten_years
from models.services.opening import Db, opened
from models.services.promises import observations, strategies, targets
from models.services.promises.scoreboard import scoreboard
from models.services.promises.status_changes import Moment, status_changes
from models.strategy.observation import Observation, counting_observations
from models.strategy.rule.assess import assess
from models.strategy.rule.forecast import forecast, headline
from models.strategy.target import Direction, Frequency, IndicatorKind, Target

CRITERIA, OBSERVATIONS, RERUNS = 5_000, 20, 40
TODAY, AS_OF = date(2023, 2, 1), date(2022, 6, 30)
STRATEGY = "hovedstaden"


def quarterly(criterion_id: str, chance: Random) -> list[Observation]:
    """Twenty values three months apart, rising with some noise."""
    days = (date(2017, 9, 30) + timedelta(days=91 * place) for place in range(OBSERVATIONS))
    return [
        Observation(criterion_id, day, 5 + 2 * place + chance.gauss(0, 2), day)
        for place, day in enumerate(days)
    ]


def promise(criterion_id: str, kind: IndicatorKind) -> Target:
    return Target(
        criterion_id=criterion_id,
        kind=kind,
        direction=Direction.INCREASE,
        baseline=5.0,
        baseline_on=date(2017, 6, 30),
        target=50.0,
        due=date(2023, 12, 31),
        frequency=Frequency.QUARTERLY,
        set_on=TODAY,
    )


def measure_rule() -> None:
    chance = Random(1)
    kinds = (IndicatorKind.PERCENTAGE, IndicatorKind.INDEX)
    criteria = [
        (promise(name, kinds[place % 2]), quarterly(name, chance))
        for place, name in enumerate(f"C{number}" for number in range(CRITERIA))
    ]

    def work() -> None:
        for target, rows in criteria:
            assessment = assess(target, rows, as_of=AS_OF)
            outlook = forecast(target, counting_observations(rows, None), as_of=AS_OF)
            headline(assessment.status, outlook)

    what = f"status with forecast, {CRITERIA} criteria x {OBSERVATIONS} observations"
    figure(what, min(seconds(work) for _ in range(3)), 3)


def measure_services(folder: Path) -> None:
    url = f"sqlite:///{folder / 'status.db'}"
    ids = [criterion.id for criterion in strategies.strategy(STRATEGY).criteria]
    with opened(url) as db:
        for criterion_id in ids:
            targets.set_target(db, a_target(criterion_id), by=STEWARD, on=TODAY)
            for observation in ten_years(criterion_id):
                observations.record(db, observation, by=STEWARD)
    with opened(url) as db:
        repeated("scoreboard", lambda: board(db))
        repeated("changes between two days", lambda: changes(db))


def board(db: Db) -> None:
    scoreboard(db, STRATEGY, as_of=AS_OF, by=STEWARD)


def changes(db: Db) -> None:
    before, after = Moment(date(2021, 6, 30), TODAY), Moment(AS_OF, TODAY)
    status_changes(db, STRATEGY, before=before, after=after, by=STEWARD)


def repeated(what: str, work: Callable[[], None]) -> None:
    took = [seconds(work) for _ in range(RERUNS)]
    figure(f"{what}, 65 criteria x 10 years, median of {RERUNS}", median(took), 0.15)
    figure(f"{what}, 95th percentile of {RERUNS}", quantiles(took, n=20)[-1], 0.15)


def main() -> None:
    print(f"{platform.platform()}, {os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"load before: {os.getloadavg()[0]:.1f}")
    measure_rule()
    with TemporaryDirectory() as folder:
        measure_services(Path(folder))


if __name__ == "__main__":
    main()
