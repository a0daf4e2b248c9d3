"""Owners of promises; only added to, of one name the newest entry counts."""

from dataclasses import fields
from datetime import date

from sqlalchemy import insert, select

from models.steering.owner import Owner
from models.storage import Db
from models.storage.tables.updates import OwnerRow

_FIELDS = tuple(field.name for field in fields(Owner))


def add(db: Db, owner: Owner, *, entered_by: str, entered_on: date) -> None:
    """Add an owner after the earlier entries of the name."""
    row = {name: getattr(owner, name) for name in _FIELDS}
    db.execute(insert(OwnerRow), [row | {"entered_by": entered_by, "entered_on": entered_on}])


def all_owners(db: Db) -> dict[str, Owner]:
    """Return each owner by name, as the newest entry has it."""
    columns = (OwnerRow.__table__.c[name] for name in _FIELDS)
    query = select(*columns).order_by(OwnerRow.entry)
    return {row["name"]: Owner(**row) for row in db.execute(query).mappings()}
