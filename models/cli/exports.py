"""`pejling export`: what can be brought in, written in a file of the same form."""

from argparse import Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path

from models.cli.answer import OPERATOR, Answer
from models.cli.command import Command, Group, argument
from models.cli.reminders import EXPORT_CALENDAR
from models.cli.results import EXPORT_RELEASE, write_file
from models.errors import InputError
from models.services import exports, questionnaires
from models.services.files.note import Note
from models.services.files.writing import FileForm
from models.services.opening import Db
from models.wording import N_, Words

Export = Callable[..., bytes]


def export(db: Db, arguments: Namespace, _words: Words, *, content: Export) -> Answer:
    """Write a file in the form asked for, else in the form that its name ends in."""
    file: Path = arguments.file
    write_file(file, content(db, file_form=_form(arguments), by=OPERATOR))
    message = N_("{file} er skrevet. Ret den i et regneark, og hent den ind igen.")
    return Answer(None, notes=(Note(message, {"file": file}),))


def export_instrument(db: Db, arguments: Namespace, _words: Words) -> Answer:
    """Write the definition file of a questionnaire, the newest version unless one is named."""
    content = questionnaires.export_instrument(
        db, arguments.instrument, version=arguments.version, by=OPERATOR
    )
    write_file(arguments.file, content)
    message = N_("{file} er skrevet. Ret den, giv den en ny version, og hent den ind igen.")
    return Answer(None, notes=(Note(message, {"file": arguments.file}),))


def _form(arguments: Namespace) -> FileForm:
    if arguments.form is not None:
        return FileForm(arguments.form)
    by_ending = {".xlsx": FileForm.XLSX, ".csv": FileForm.INTERNATIONAL}
    form = by_ending.get(arguments.file.suffix.lower())
    if form is None:
        raise InputError(
            "{file}: skriv et filnavn, der ender på .csv eller .xlsx, eller vælg formen med "
            "--format.",
            file=arguments.file,
        )
    return form


ARGUMENTS = (
    argument("--out", N_("CSV eller XLSX"), Path, dest="file", metavar="FIL", required=True),
    argument(
        "--format",
        N_("excel: CSV til dansk og svensk Excel; international: CSV med komma; xlsx: regneark"),
        dest="form",
        choices=[form.value for form in FileForm],
    ),
)


def _command(name: str, content: Export, about: str) -> Command:
    return Command(name, partial(export, content=content), about, ARGUMENTS, has_result=False)


GROUP = Group(
    "export",
    N_("skriv en fil til et regneark eller et andet system"),
    (
        EXPORT_RELEASE,
        Command(
            "instrument",
            export_instrument,
            N_("et spørgeskema"),
            (
                argument("instrument", N_("spørgeskemaet"), metavar="ID"),
                argument("--version", N_("en tidligere version"), metavar="VERSION"),
                argument("--out", N_("YAML"), Path, dest="file", metavar="FIL", required=True),
            ),
            has_result=False,
        ),
        _command("units", exports.export_units, N_("organisationens enheder")),
        _command("targets", exports.export_targets, N_("mål og udgangspunkter")),
        _command("observations", exports.export_observations, N_("målte værdier")),
        _command("ideas", exports.export_ideas, N_("idéer")),
        EXPORT_CALENDAR,
    ),
)
