"""Reminding owners by mail of what is due: at most one mail a week to an address."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.report.reminder.digest import Digest, digest
from models.services.installation import invented
from models.services.reminders.calendar_file import reminded
from models.services.reminders.mail_server import Delivery, is_address
from models.services.updates.due_updates import PromiseUpdate, late_owners
from models.storage import Db
from models.storage.steering import reminders, trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.wording import Words


@dataclass(frozen=True)
class Reminder:
    """An owner's due promises, the longest due first; address: blank where there is none."""

    name: str
    address: str
    updates: tuple[PromiseUpdate, ...]

    def digest(self, words: Words, *, page: str = "") -> Digest:
        """Return the mail in a language; page: the address where values are entered."""
        return digest([*map(reminded, self.updates)], words, address=page)


def due_reminders(db: Db, *, by: Viewer, on: date) -> tuple[Reminder, ...]:
    """Return each owner who has values to enter, those without an address too.

    Owners of one address get one mail together. A promise in a locked period is left out: its owner
    can do nothing.
    """
    require(by, Permission.REMIND)
    together: dict[str, Reminder] = {}
    for entry in late_owners(db, by=by, on=on):
        updates = tuple(update for update in entry.due if update.lock is None)
        if entry.owner is None or not updates:
            continue
        name, email = entry.owner.name, entry.owner.email
        address = email if is_address(email) else ""
        key = address.casefold() or f" {name}"
        before = together.get(key)
        if before is not None:
            name, updates = before.name, (*before.updates, *updates)
        together[key] = Reminder(name, address, updates)
    return tuple(together.values())


def claim(
    db: Db, reminders_due: Iterable[Reminder], *, by: Viewer, on: date
) -> tuple[Reminder, ...]:
    """Take this week's mail of each address, and return those whose mail was still to be had.

    Committed before anything is sent, so that of two runs at once only one sends. Raises InputError
    where the data are invented: nobody is reminded of them.
    """
    require(by, Permission.REMIND)
    if invented(db) is not None:
        raise InputError("Data er opdigtede: ingen mail sendes. Brug --dry-run.")
    # In one order, so that two runs never wait for each other.
    in_order = sorted(reminders_due, key=lambda reminder: reminder.address.casefold())
    return tuple(
        reminder
        for reminder in in_order
        if reminder.address and reminders.claim(db, reminder.address, on=on)
    )


def send_all(
    claimed: Sequence[Reminder], send: Callable[[Reminder], Delivery]
) -> tuple[Delivery, ...]:
    """Send each mail; after a server that cannot be reached the rest is not tried."""
    outcomes: list[Delivery] = []
    for reminder in claimed:
        if Delivery.UNREACHABLE in outcomes:
            outcomes.append(Delivery.UNREACHABLE)
        else:
            outcomes.append(send(reminder))
    return tuple(outcomes)


def settle(
    db: Db,
    claimed: Sequence[Reminder],
    outcomes: Sequence[Delivery],
    *,
    by: Viewer,
    on: date,
) -> None:
    """Give back the week's mail of those who got none; leave a line in the trace for the others."""
    require(by, Permission.REMIND)
    for reminder, outcome in zip(claimed, outcomes, strict=True):
        if outcome in {Delivery.REFUSED, Delivery.UNREACHABLE}:
            reminders.give_back(db, reminder.address, on=on)
        else:
            codes = [update.standing.criterion.id for update in reminder.updates]
            after = {"criteria": codes}
            trace.add(db, Write(Action.REMIND, subject.owner(reminder.name), by, None, after))
