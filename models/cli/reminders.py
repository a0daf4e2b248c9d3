"""`pejling remind` and `export calendar`: mails to owners, and the days for their calendars."""

from argparse import Namespace
from pathlib import Path

from models.cli.answer import OPERATOR, Answer, marked, now, today
from models.cli.command import Command, argument
from models.cli.results import write_file
from models.errors import InputError
from models.services.files.note import Note
from models.services.installation import invented
from models.services.opening import Db, opened
from models.services.reminders import reminders
from models.services.reminders.calendar_file import own_calendar, whole_calendar
from models.services.reminders.mail_server import (
    Delivery,
    is_address,
    mail_server,
    message,
    send,
)
from models.services.reminders.reminders import Reminder
from models.settings import settings
from models.wording import N_, Words

PAGE = "my_updates"


def remind(_db: Db, arguments: Namespace, words: Words) -> Answer:
    """Send each owner one mail about what is due, or list who would get one.

    Each step is a unit of work of its own: no lock is held while a server answers.
    """
    with opened(arguments.database) as db:
        due = reminders.due_reminders(db, by=OPERATOR, on=today())
        source = invented(db)
    if arguments.dry_run:
        return marked(_list(due, words), source)
    installation = settings()
    if not installation.smtp_url or not is_address(installation.mail_from):
        raise InputError("Sæt PEJLING_SMTP_URL og PEJLING_MAIL_FROM, før der kan sendes mail.")
    server = mail_server(installation.smtp_url)
    with opened(arguments.database) as db:
        claimed = reminders.claim(db, due, by=OPERATOR, on=today())

    def deliver(reminder: Reminder) -> Delivery:
        mail = message(
            reminder.digest(words, page=installation.page_address(PAGE)),
            name=reminder.name,
            address=reminder.address,
            sender=installation.mail_from,
            language=words.language,
            at=now(),
        )
        return send(mail, server)

    outcomes = reminders.send_all(claimed, deliver)
    with opened(arguments.database) as db:
        reminders.settle(db, claimed, outcomes, by=OPERATOR, on=today())
    return _counts(due, claimed, outcomes)


def _list(due: tuple[Reminder, ...], words: Words) -> Answer:
    """Answer with each owner and promise; an address is never written out."""
    document = [
        {
            "owner": reminder.name,
            "has_address": bool(reminder.address),
            "criteria": [update.standing.criterion.id for update in reminder.updates],
        }
        for reminder in due
    ]
    header = (words.say("Ejer"), words.say("Kan få mail"), words.say("Løfter"))
    rows = (
        (
            reminder.name,
            words.say("ja") if reminder.address else words.say("nej"),
            ", ".join(update.standing.criterion.id for update in reminder.updates),
        )
        for reminder in due
    )
    return Answer({"reminders": document}, (header, *rows), (Note(N_("Intet er sendt."), {}),))


def _counts(
    due: tuple[Reminder, ...], claimed: tuple[Reminder, ...], outcomes: tuple[Delivery, ...]
) -> Answer:
    """Answer with numbers alone: what a timer runs ends in a log."""
    with_address = sum(bool(reminder.address) for reminder in due)
    document = {outcome.value: outcomes.count(outcome) for outcome in Delivery} | {
        "already_this_week": with_address - len(claimed),
        "without_address": len(due) - with_address,
    }
    note = Note(
        N_(
            "Sendt: {sent}. Afvist: {refused}. Serveren svarede ikke: {unreachable}. Uvist: "
            "{uncertain}. Har fået mail i denne uge: {already_this_week}. Uden adresse: "
            "{without_address}."
        ),
        dict(document),
    )
    table = tuple((name, str(n)) for name, n in document.items())
    broken = len(outcomes) != outcomes.count(Delivery.SENT)
    return Answer(document, table, (note,), broken=broken)


REMIND = Command(
    "remind",
    remind,
    N_("mail til ejere, der har værdier at skrive, højst én om ugen til hver"),
    (argument("--dry-run", N_("vis kun, hvem der ville få mail"), action="store_true"),),
    needs_database=False,
)


def export_calendar(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Write the days of the next values as a file for a calendar."""
    page = settings().page_address(PAGE)
    content = (
        own_calendar(db, words, address=page, owner=arguments.owner, by=OPERATOR, on=today())
        if arguments.owner
        else whole_calendar(db, words, address=page, by=OPERATOR, on=today())
    )
    write_file(arguments.file, content)
    return Answer(None, notes=(Note(N_("{file} er skrevet."), {"file": arguments.file}),))


EXPORT_CALENDAR = Command(
    "calendar",
    export_calendar,
    N_("dagene, hvor løfternes værdier skal skrives, til en kalender"),
    (
        argument("--owner", N_("kun denne ejers løfter"), metavar="NAVN", default=""),
        argument("--out", N_("ICS"), Path, dest="file", metavar="FIL", required=True),
    ),
    has_result=False,
)
