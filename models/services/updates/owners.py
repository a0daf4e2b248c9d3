"""The people and posts that own promises, and those of them who have left."""

from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.steering.owner import Owner
from models.storage import Db
from models.storage.steering import owners, trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state, state_or_none
from survey.plain_text import plain


def set_owner(db: Db, owner: Owner, *, by: Viewer, on: date) -> Owner:
    """Store an owner's address, or the last day of one who has left; the name is that in targets.

    Raises InputError for a blank name or an address without @.
    """
    require(by, Permission.SET_TARGET)
    owner = Owner(plain(owner.name).strip(), plain(owner.email).strip(), owner.left_on)
    if not owner.name:
        raise InputError("Skriv ejerens navn.", field="name")
    if owner.email and "@" not in owner.email.strip("@"):
        raise InputError("{email} er ikke en e-mailadresse.", field="email", email=owner.email)
    before = owners.all_owners(db).get(owner.name)
    if owner != before:
        owners.add(db, owner, entered_by=by.name, entered_on=on)
        trace.add(
            db,
            Write(
                Action.SET_OWNER,
                subject.owner(owner.name),
                by,
                state_or_none(before),
                state(owner),
            ),
        )
    return owner


def all_owners(db: Db, *, by: Viewer) -> tuple[Owner, ...]:
    """Return every owner that somebody has entered, by name."""
    require(by, Permission.SET_TARGET)
    of_name = owners.all_owners(db)
    return tuple(of_name[name] for name in sorted(of_name))
