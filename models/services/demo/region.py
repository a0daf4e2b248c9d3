"""Makes the invented region step by step, each step through the service a real region would use."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml
from numpy.random import Generator, default_rng

from models.access import Action, Viewer, require
from models.errors import InputError
from models.services import ideas, observations, releases, strategies, targets, units, waves
from models.services.adopted import targets_in_force
from models.services.demo.promises import measured, promises
from models.services.demo.tree import Shape, invented_units
from models.services.demo.truth import filled_in
from models.storage import Db, marks
from models.storage.ideas import all_ideas
from models.storage.observations import of as observations_of
from models.wording import N_
from survey import instrument as instruments
from survey.unit import Organisation, Unit
from survey.unit import organisation as joined

MARK = "invented"
STRATEGY = "hovedstaden"
INSTRUMENT = "rik-30"
SMALLEST_GROUP = 5
IDEAS = Path(__file__).parent / "ideas.yaml"
IDEA_COLUMNS = (*ideas.REQUIRED, *ideas.OPTIONAL)
# Days before today.
APPROVED, OPENED, ANSWERED, CLOSED, RELEASED = (timedelta(days) for days in (150, 75, 60, 45, 30))
STEPS = (
    N_("Enheder"),
    N_("Mål og målinger"),
    N_("Spørgeskemaundersøgelse"),
    N_("Frigivelse"),
    N_("Idéer"),
)

Progress = Callable[[int, int, str], None]


class Size(StrEnum):
    """How large a region: as Västmanland, Midtjylland, Hovedstaden, and the coming Østdanmark."""

    S = "S"
    M = "M"
    L = "L"
    XL = "XL"


SHAPES = {
    Size.S: Shape(hospitals=5, departments=44, sections=300, staff=6_500),
    Size.M: Shape(hospitals=8, departments=131, sections=1_360, staff=27_000),
    Size.L: Shape(hospitals=12, departments=287, sections=2_150, staff=42_000),
    Size.XL: Shape(hospitals=16, departments=403, sections=3_080, staff=60_000),
}


class NotEmpty(InputError):
    """A region was to be invented where there is something already."""


def invented(db: Db) -> str | None:
    """What is invented here, e.g. "demo S"; None when everything is real."""
    return marks.get(db, MARK)


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

    progress: told how many steps are done, of how many, and a marked word for the one that is over.
    Raises NotEmpty, or InputError for a size that is none.
    """
    require(by, Action.MAKE_DEMO)
    if size not in set(Size):
        raise InputError(
            "Størrelsen „{size}“ findes ikke. Vælg en af disse: {expected}.",
            size=size,
            expected=", ".join(Size),
        )
    _require_empty(db)
    marks.put(db, MARK, f"demo {size}")
    tree = invented_units(SHAPES[Size(size)], default_rng([seed, 0]))
    steps: Sequence[Callable[[], object]] = (
        lambda: _units(db, tree, by),
        lambda: _promises(db, on, by, default_rng([seed, 4])),
        lambda: _survey(db, joined(tree), on, by, seed),
        lambda: _release(db, on, by),
        lambda: _ideas(db, tree, on, by, default_rng([seed, 5])),
    )
    for done, (step, what) in enumerate(zip(steps, STEPS, strict=True), start=1):
        step()
        if progress is not None:
            progress(done, len(STEPS), what)


def _require_empty(db: Db) -> None:
    criteria = tuple(strategies.criteria())
    there = (
        units.organisation(db),
        waves.all_waves(db),
        all_ideas(db),
        targets_in_force(db, criteria),
        any(observations_of(db, criteria).values()),
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
    for promise in promises(strategies.strategy(STRATEGY).criteria, on, chance):
        if promise.target is not None:
            targets.set_target(db, promise.target, by=by, on=promise.target.set_on)
        for observation in measured(promise, on, chance):
            observations.record(db, observation, by=by)


def _survey(db: Db, tree: Organisation, on: date, by: Viewer, seed: int) -> None:
    wave = waves.create(
        db,
        f"Innovationskultur {on.year} opdigtet",
        instrument_id=INSTRUMENT,
        smallest_group=SMALLEST_GROUP,
        approved_on=on - APPROVED,
        minutes="Opdigtet MED-referat, punkt 4",
        by=by,
    )
    waves.open_wave(db, wave.id, by=by, on=on - OPENED)
    sent = filled_in(tree, instruments.load(INSTRUMENT), seed)
    waves.submit_all(db, wave.id, sent, on=on - ANSWERED)
    waves.close_wave(db, wave.id, by=by, on=on - CLOSED)


def _release(db: Db, on: date, by: Viewer) -> None:
    for wave in waves.all_waves(db):
        releases.release(db, wave.id, by=by, on=on - RELEASED)


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
