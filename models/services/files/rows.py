"""The records that come and go in files, as rows: the same columns in both directions."""

from models.ideas.idea import Idea
from models.services.files.changes import Row
from models.strategy.observation import Observation
from models.strategy.target import Target
from survey.asking.organisation import Unit

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
