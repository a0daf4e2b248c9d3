"""Makes the invented region step by step, through the services that a real region uses."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from numpy.random import Generator, default_rng

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services import ideas, units
from models.services.demo.measurements import measured
from models.services.demo.people_in_charge import set_owners
from models.services.demo.promises import STRATEGY, promises
from models.services.demo.steps import Progress, Steps
from models.services.demo.survey import WAVES, ask, publish, steps_of
from models.services.demo.tree import Shape, invented_units
from models.services.demo.updates import (
    enter_and_approve,
    is_late,
    is_own_entry,
    plan_milestone,
    write_updates,
)
from models.services.installation import mark_invented
from models.services.promises import observations, strategies, targets
from models.services.promises.target_in_force import targets_in_force
from models.services.waves import lifecycle
from models.storage import Db
from models.storage.ideas import all_ideas
from models.storage.steering.observations import records_of
from models.wording import N_
from survey.asking.organisation import Unit, join_units

IDEAS = Path(__file__).parent / "ideas.yaml"
IDEA_COLUMNS = (*ideas.REQUIRED, *ideas.OPTIONAL)
UNITS, PROMISES, UPDATES = N_("Enheder"), N_("Mål og målinger"), N_("Opdateringer")
IDEAS_GROUPED = N_("Idéer")
# So many days ago milestones were planned.
PLANNED_BEFORE = timedelta(days=40)


class Size(StrEnum):
    """The size of a region: as Västmanland, Midtjylland, Hovedstaden, and England's health service.

    XL is no region: it shows that 775,000 responses in 14,000 units can be carried.
    """

    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


SHAPES = {
    Size.S: Shape(hospitals=5, departments=44, sections=300, staff=6_500),
    Size.M: Shape(hospitals=8, departments=131, sections=1_360, staff=27_000, response_rate=0.71),
    Size.L: Shape(hospitals=12, departments=287, sections=2_150, staff=42_000, response_rate=0.81),
    Size.XL: Shape(
        hospitals=220, departments=2_300, sections=11_479, staff=1_100_000, response_rate=0.705
    ),
}


class NotEmpty(InputError):
    """A region was to be invented where there is something already."""


def make_region(
    db: Db,
    size: str,
    *,
    seed: int = 1,
    on: date,
    by: Viewer,
    progress: Progress | None = None,
) -> None:
    """Fill an empty database with an invented region; the same seed and day invent the same.

    progress: called with the number of steps done, of all, and a marked word for the last one; a
    long step counts as several.
    Raises NotEmpty, or InputError for a size that is none.
    """
    require(by, Permission.MAKE_DEMO)
    if size not in set(Size):
        raise InputError(
            "Størrelsen ”{size}” findes ikke. Vælg en af disse: {expected}.",
            size=size,
            expected=", ".join(Size),
        )
    _require_empty(db, by)
    mark_invented(db, f"demo {size}", by=by)
    shape = SHAPES[Size(size)]
    tree = invented_units(shape, default_rng([seed, 0]))
    steps = Steps(progress, of=4 + steps_of(shape))
    _units(db, tree, by)
    steps.over(UNITS)
    _promises(db, on, by, default_rng([seed, 4]))
    steps.over(PROMISES)
    for number in WAVES:
        wave = ask(db, join_units(tree), number, seed=seed, shape=shape, on=on, by=by, steps=steps)
        publish(db, wave, join_units(tree), number, seed=seed, on=on, by=by, steps=steps)
    write_updates(db, on=on, by=by)
    steps.over(UPDATES)
    _ideas(db, tree, on, by, default_rng([seed, 5]))
    steps.over(IDEAS_GROUPED)


def _require_empty(db: Db, by: Viewer) -> None:
    criteria = tuple(strategies.criteria())
    there = (
        units.organisation(db, by=by),
        lifecycle.all_waves(db, by=by),
        all_ideas(db),
        targets_in_force(db, criteria),
        any(records_of(db, criteria).values()),
    )
    if any(there):
        raise NotEmpty(
            "Databasen rummer allerede noget. En opdigtet region kan kun laves i en tom database, "
            "så at ægte og opdigtede tal aldrig blandes."
        )


def _units(db: Db, tree: Iterable[Unit], by: Viewer) -> None:
    rows = [(unit.id, unit.parent_id or "", unit.name, unit.kind, unit.staff or 0) for unit in tree]
    columns = (*units.REQUIRED, *units.OPTIONAL)
    with _sheet(columns, rows) as path:
        units.import_units(db, path, by=by)


@contextmanager
def _sheet(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[Path]:
    """The rows as a file, such as a steward brings."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "demo.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([columns, *rows])
        yield path


def _promises(db: Db, on: date, by: Viewer, chance: Generator) -> None:
    set_owners(db, on=on, by=by)
    for place, promise in enumerate(promises(strategies.strategy(STRATEGY).criteria, on, chance)):
        for target in filter(None, (promise.earlier, promise.target)):
            targets.set_target(db, target, by=by, on=target.set_on)
        values = measured(promise, on, chance)
        values = values[: len(values) - is_late(promise, place)]
        own = values[-1:] if is_own_entry(promise, place) else ()
        for observation in values[: len(values) - len(own)]:
            observations.record(db, observation, by=by)
        for observation in own:
            enter_and_approve(db, observation, by=by)
        if promise.target and promise.target.due and promise.slip is not None:
            planned = promise.target.due + timedelta(days=promise.slip)
            plan_milestone(db, promise.criterion.id, planned, on=on - PLANNED_BEFORE, by=by)


def _ideas(db: Db, tree: Sequence[Unit], on: date, by: Viewer, chance: Generator) -> None:
    """The ideas of the file, each from some department and some day of the last two years."""
    departments = [unit.id for unit in tree if unit.kind == "department"]
    made_up = yaml.safe_load(IDEAS.read_text(encoding="utf-8"))["ideas"]
    rows = [
        (
            f"opdigtet-{number:03}",
            idea["title"],
            idea["text"],
            idea.get("language", "da"),
            departments[int(chance.integers(len(departments)))],
            idea["type"],
            (on - timedelta(days=int(chance.integers(5, 700)))).isoformat(),
            idea["stage"],
        )
        for number, idea in enumerate(made_up, start=1)
    ]
    with _sheet(IDEA_COLUMNS, rows) as path:
        ideas.import_ideas(db, path, by=by, on=on)
    ideas.group_ideas(db, by=by, strategy_id=STRATEGY)
