"""Statuses set beside the computed ones, and the decisions about them; only added to."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date

from sqlalchemy import ColumnElement, insert, select

from models.steering.override_proposal import OverrideProposal, OverrideStage
from models.steering.submission import Decision
from models.storage import Db
from models.storage.sql.upsert import add_once
from models.storage.tables.updates import OverrideDecisionRow, OverrideRow
from models.strategy.rule.assessment import Status
from models.strategy.rule.override import Override

_FIELDS = tuple(field.name for field in fields(OverrideProposal) if field.name != "decisions")
_DECISION = tuple(field.name for field in fields(Decision))


def add(db: Db, proposal: OverrideProposal) -> int:
    """Add a proposed override; return its number."""
    row = {name: getattr(proposal, name) for name in _FIELDS if name != "entry"}
    return db.execute(insert(OverrideRow).values(row).returning(OverrideRow.entry)).scalar_one()


def decide(db: Db, entry: int, place: int, decision: Decision) -> bool:
    """Store a decision at its place in the order, from 1; return False where that place is taken.

    Then somebody else has decided since the override was read.
    """
    values = {name: getattr(decision, name) for name in _DECISION}
    return add_once(db, OverrideDecisionRow, values | {"override": entry, "place": place})


def get(db: Db, entry: int) -> OverrideProposal | None:
    """Return an override by its number, with its decisions; None where there is none."""
    return next(iter(_overrides(db, OverrideRow.entry == entry)), None)


def of_criteria(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> tuple[OverrideProposal, ...]:
    """Return every override of some criteria in the order of entry, with its decisions.

    knowledge_date: the last day of entry of overrides and decisions; None is every one.
    """
    of_these = OverrideRow.criterion_id.in_(tuple(criterion_ids))
    return _overrides(db, of_these, knowledge_date)


def in_force(
    db: Db, criterion_ids: Iterable[str], *, as_of: date, knowledge_date: date | None = None
) -> dict[str, Override]:
    """Return the override of each criterion that is in force on a day, the newest of several.

    knowledge_date: only what was entered and decided by this day counts; None: by the day itself.
    Whether it counts beside the status of that day is for the rule to say, see
    `models.strategy.rule.override.in_force`.
    """
    last = as_of if knowledge_date is None else knowledge_date
    return {
        proposal.criterion_id: proposal.override
        for proposal in of_criteria(db, criterion_ids, knowledge_date=last)
        if proposal.created <= as_of and proposal.stage(as_of) is OverrideStage.IN_FORCE
    }


def _overrides(
    db: Db, where: ColumnElement[bool], knowledge_date: date | None = None
) -> tuple[OverrideProposal, ...]:
    last = knowledge_date or date.max
    columns = (OverrideRow.__table__.c[name] for name in _FIELDS)
    query = select(*columns).where(where, OverrideRow.created <= last).order_by(OverrideRow.entry)
    proposals = [
        OverrideProposal(
            **dict(row) | {"status": Status(row["status"]), "computed": Status(row["computed"])}
        )
        for row in db.execute(query).mappings()
    ]
    decisions = _decisions(db, [proposal.entry for proposal in proposals], last)
    return tuple(
        replace(proposal, decisions=tuple(decisions[proposal.entry])) for proposal in proposals
    )


def _decisions(
    db: Db, entries: Iterable[int | None], last: date
) -> defaultdict[int | None, list[Decision]]:
    table = OverrideDecisionRow.__table__.c
    query = (
        select(table.override, *(table[name] for name in _DECISION))
        .where(table.override.in_(tuple(entries)), table.decided_on <= last)
        .order_by(table.override, table.place)
    )
    decisions: defaultdict[int | None, list[Decision]] = defaultdict(list)
    for entry, *values in db.execute(query):
        decisions[entry].append(Decision(*values))
    return decisions
