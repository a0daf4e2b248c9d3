"""Values that owners entered, and what others decided about each; only added to."""

from collections.abc import Iterable
from dataclasses import fields

from sqlalchemy import Row, Select, insert, select

from models.steering.submission import Decision, Submission
from models.storage import Db
from models.storage.sql.finite import finite
from models.storage.sql.upsert import add_once
from models.storage.tables.updates import SubmissionDecisionRow, SubmissionRow
from models.strategy.observation import Observation

_VALUE = tuple(
    field.name for field in fields(Observation) if field.name not in {"recorded", "approved_by"}
)
_DECISION = tuple(field.name for field in fields(Decision))


def add(db: Db, submission: Submission) -> int:
    """Add a submitted value; return its number."""
    observation = submission.observation
    row = {name: getattr(observation, name) for name in _VALUE} | {
        "value": finite(observation.value, "value"),
        "entered_on": observation.recorded,
        "unchanged": submission.unchanged,
        "replaces": submission.replaces,
    }
    return db.execute(insert(SubmissionRow).values(row).returning(SubmissionRow.entry)).scalar_one()


def decide(db: Db, entry: int, decision: Decision) -> bool:
    """Store the decision about a value; return False where somebody has decided already."""
    values = {name: getattr(decision, name) for name in _DECISION}
    return add_once(db, SubmissionDecisionRow, values | {"submission": entry})


def get(db: Db, entry: int) -> Submission | None:
    """Return a submitted value by its number; None where there is none."""
    row = db.execute(_all().where(SubmissionRow.entry == entry)).first()
    return None if row is None else _submission(row)


def of_criteria(db: Db, criterion_ids: Iterable[str]) -> tuple[Submission, ...]:
    """Return every value submitted for some criteria, in the order of entry."""
    query = _all().where(SubmissionRow.criterion_id.in_(tuple(criterion_ids)))
    return tuple(_submission(row) for row in db.execute(query))


def _all() -> Select[*tuple[object, ...]]:
    values, decisions = SubmissionRow.__table__.c, SubmissionDecisionRow.__table__.c
    return (
        select(
            *(values[name] for name in (*_VALUE, "entered_on", "unchanged", "replaces", "entry")),
            *(decisions[name] for name in _DECISION),
        )
        .join(SubmissionDecisionRow, decisions.submission == values.entry, isouter=True)
        .order_by(values.entry)
    )


def _submission(row: Row[*tuple[object, ...]]) -> Submission:
    columns = row._mapping
    decided = columns["decision"] is not None
    return Submission(
        Observation(**{name: columns[name] for name in _VALUE}, recorded=columns["entered_on"]),
        unchanged=columns["unchanged"],
        replaces=columns["replaces"],
        entry=columns["entry"],
        decision=Decision(**{name: columns[name] for name in _DECISION}) if decided else None,
    )
