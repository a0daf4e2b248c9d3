"""The records that come and go in files, as rows: the same columns in both directions."""

from collections.abc import Iterator, Mapping
from typing import Any

from models.ideas.idea import Idea
from models.services.files.changes import Row
from models.services.files.writing import Value
from models.strategy.observation import Observation
from models.strategy.target import Target
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.question import LANGUAGES

TARGET = (
    *("criterion_id", "kind", "direction", "baseline", "baseline_on", "target", "due", "strict"),
    *("tolerance", "frequency", "sticky", "shape", "low", "high", "points", "owner", "decision"),
    "source",
)
OBSERVATION = (
    *("criterion_id", "ref", "value", "k", "n", "population", "series", "evidence", "recorded"),
)
# Columns that stand beside the ids for the eye, and are not read.
BESIDE = ("parent_name", "unit_name", "criterion", "invented")


def unit_row(unit: Unit) -> Row:
    """Return a unit as a row of a file."""
    return {
        "unit_id": unit.id,
        "parent_id": unit.parent_id,
        "name": unit.name,
        "kind": unit.kind,
        "staff": unit.staff,
    }


def target_row(target: Target) -> Row:
    """Return a target as a row of a file."""
    return {column: getattr(target, column) for column in TARGET} | {
        "points": target.points or None
    }


def observation_row(observation: Observation) -> Row:
    """Return an observation as a row of a file."""
    return {column: getattr(observation, column) for column in OBSERVATION}


def idea_row(idea: Idea) -> Row:
    """Return an idea as a row of a file."""
    return {
        "idea_id": idea.id,
        "title": idea.title,
        "text": idea.text,
        "language": idea.language,
        "unit_id": idea.unit_id,
        "innovation_type": None if idea.innovation_type is None else idea.innovation_type.value,
        "submitted_on": idea.submitted_on,
        "stage": idea.stage.value,
    }


def instrument_rows(instrument: Instrument) -> dict[str, Row]:
    """Return the parts of a questionnaire as rows by their ids; the whole by its own id."""
    document = instrument.model_dump(mode="json")
    rows: dict[str, Row] = {}
    for kind in ("scales", "dimensions", "modules", "extras", "open_questions"):
        for block in document.pop(kind):
            items = block.pop("items", [])
            order = ", ".join(item["id"] for item in items)
            rows[f"{kind} {block['id']}"] = {"items": order, **dict(_leaves("", block))}
            rows |= {item["id"]: dict(_leaves("", item)) for item in items}
    return {instrument.id: dict(_leaves("", document)), **rows}


def _leaves(name: str, value: Any) -> Iterator[tuple[str, Value]]:  # noqa: ANN401 - of a JSON document
    """Yield the name and text of each field, those of fields inside it by both names."""
    match value:
        case Mapping():
            for inside, part in value.items():
                yield from _leaves(f"{name} {inside}".strip(), part)
        case list():
            yield name, "; ".join(map(str, value))
        case None:
            # The texts of a part that may have none.
            yield from ((f"{name} {language}", None) for language in LANGUAGES)
        case _:
            yield name, value
