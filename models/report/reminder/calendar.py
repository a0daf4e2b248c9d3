"""The days on which values are due, as a file that calendars read (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Final

from icalendar import Calendar, Event

from models.report.reminder.reminded_promise import RemindedPromise
from models.wording import Words

# What stands behind an event's key; no host is named by it.
KEYS: Final = "pejling"


def calendar(
    promises: Iterable[RemindedPromise],
    words: Words,
    *,
    on: date,
    address: str = "",
    mark: str = "",
) -> bytes:
    """Return a file with one event a promise, on the whole day that its next value describes.

    An event has the same key in every file, so that a newer file replaces it. on: the day of the
    file. address: of the page where values are entered, blank where it is not set. mark: what made
    the data up, blank for real ones.
    """
    file = Calendar()
    file.add("prodid", "-//Pejling//Pejling//DA")
    file.add("version", "2.0")
    name = words.say("Pejling: værdier, der skal skrives")
    file.add("x-wr-calname", f"{name} ({mark})" if mark else name)
    for promise in promises:
        file.add_component(_event(promise, words, on, address, mark))
    return bytes(file.to_ical())


def _event(promise: RemindedPromise, words: Words, on: date, address: str, mark: str) -> Event:
    event = Event()
    event.add("uid", f"{promise.code}-{promise.day.isoformat()}@{KEYS}")
    event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
    event.add("dtstart", promise.day)
    event.add("dtend", promise.day + timedelta(days=1))
    event.add("summary", words.say("Ny værdi: {promise}", promise=promise.text))
    owner = promise.owner or words.say("uden ejer")
    about = words.say("Løftets kode: {code}. Ejer: {owner}.", code=promise.code, owner=owner)
    event.add("description", f"{about} {mark}".strip())
    event.add("transp", "TRANSPARENT")
    if address:
        event.add("url", address)
    return event
