"""The planned days of milestones and the day each was confirmed; only added to."""

from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import insert, select

from models.storage import Db
from models.storage.tables.updates import MilestonePlanRow
from models.strategy.milestone import MilestonePlan

_FIELDS = tuple(field.name for field in fields(MilestonePlan))


def add(db: Db, plan: MilestonePlan) -> None:
    """Add a plan after the earlier ones of its criterion."""
    db.execute(insert(MilestonePlanRow), [asdict(plan)])


def history(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> dict[str, tuple[MilestonePlan, ...]]:
    """Return the plans of each criterion confirmed by a day (None: ever), oldest first.

    A criterion without any has an empty tuple.
    """
    plans: dict[str, list[MilestonePlan]] = {criterion_id: [] for criterion_id in criterion_ids}
    table = MilestonePlanRow.__table__.c
    query = (
        select(*(table[name] for name in _FIELDS))
        .where(
            table.criterion_id.in_(tuple(plans)),
            table.confirmed_on <= (knowledge_date or date.max),
        )
        .order_by(table.entry)
    )
    for row in db.execute(query).mappings():
        plans[row["criterion_id"]].append(MilestonePlan(**row))
    return {criterion_id: tuple(entries) for criterion_id, entries in plans.items()}


def newest(
    db: Db, criterion_ids: Iterable[str], *, knowledge_date: date | None = None
) -> dict[str, MilestonePlan]:
    """Return the plan in force of each criterion that has one by a day (None: today)."""
    plans = history(db, criterion_ids, knowledge_date=knowledge_date)
    return {criterion_id: entries[-1] for criterion_id, entries in plans.items() if entries}
