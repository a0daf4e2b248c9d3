"""The calendar file of an owner's values, or of everybody's."""

from datetime import date

from models.access import Permission, Viewer, require
from models.report.reminder.calendar import calendar
from models.report.reminder.reminded_promise import RemindedPromise
from models.services.installation import invented
from models.services.updates.due_updates import PromiseUpdate, all_updates, own_updates
from models.storage import Db
from models.wording import Words


def reminded(update: PromiseUpdate) -> RemindedPromise:
    """Return what a reminder says of a promise: its words and its day, and no figure."""
    criterion, owner = update.standing.criterion, update.owner
    return RemindedPromise(criterion.id, criterion.text, update.day, owner.name if owner else "")


def own_calendar(
    db: Db, words: Words, *, address: str = "", owner: str = "", by: Viewer, on: date
) -> bytes:
    """Return the file of the viewer's own promises, or of an owner whom a steward looks as."""
    require(by, Permission.UPDATE_PROMISE)
    updates = own_updates(db, owner=owner, by=by, on=on)
    return _file(db, (*updates.due, *updates.upcoming), words, address, on)


def whole_calendar(db: Db, words: Words, *, address: str = "", by: Viewer, on: date) -> bytes:
    """Return the file of every promise whose values somebody types."""
    require(by, Permission.SET_TARGET)
    updates = tuple(update for update in all_updates(db, on=on) if not update.is_waiting)
    return _file(db, updates, words, address, on)


def _file(
    db: Db, updates: tuple[PromiseUpdate, ...], words: Words, address: str, on: date
) -> bytes:
    mark = invented(db)
    promises = sorted(map(reminded, updates), key=lambda promise: (promise.day, promise.code))
    text = "" if mark is None else words.say("Opdigtede data ({source})", source=mark)
    return calendar(promises, words, on=on, address=address, mark=text)
