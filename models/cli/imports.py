"""`pejling import`: the rows of a file come in, all of them or none."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from models.cli.answer import OPERATOR, Answer, today
from models.cli.command import Command, Group, argument
from models.cli.surveys import wave_id_of
from models.services import ideas, questionnaires, units
from models.services.files.changes import ACTION_WORD
from models.services.files.note import ImportReport, Note
from models.services.opening import Db
from models.services.promises import observations, targets
from models.services.waves import answer_import
from models.wording import N_, Words

NOTHING = N_("{file}: der er intet at hente ind.")
UNCHANGED = N_("{file}: intet er ændret. Rækker, der fandtes allerede: {rows}.")
TRIED = N_(
    "{file}: prøvet uden at skrive noget. Nye: {added}, ændrede: {changed}, uændrede: {unchanged}."
)
BROUGHT = N_("{file}: nye: {added}, ændrede: {changed}, uændrede: {unchanged}.")


def import_units(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Replace the organisation with the units of a file."""
    return _answer(
        units.import_units(db, arguments.file, by=OPERATOR, dry_run=arguments.dry_run), words
    )


def import_targets(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Add the targets of a file."""
    report = targets.import_targets(
        db,
        arguments.file,
        by=OPERATOR,
        on=today(),
        dry_run=arguments.dry_run,
        as_written=arguments.as_written,
    )
    return _answer(report, words)


def import_observations(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Add the observations of a file."""
    report = observations.import_observations(
        db,
        arguments.file,
        by=OPERATOR,
        on=today(),
        dry_run=arguments.dry_run,
        as_written=arguments.as_written,
    )
    return _answer(report, words)


def import_ideas(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Add the ideas of a file, or change those that are there."""
    report = ideas.import_ideas(
        db, arguments.file, by=OPERATOR, on=today(), dry_run=arguments.dry_run
    )
    return _answer(report, words)


def import_answers(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Add answers that were collected elsewhere to a closed wave."""
    wave_id = wave_id_of(db, arguments.wave)
    report = answer_import.import_answers(
        db, wave_id, arguments.file, by=OPERATOR, dry_run=arguments.dry_run
    )
    return _answer(report, words)


def import_instrument(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Bring in the questionnaire of a definition file."""
    report = questionnaires.import_instrument(
        db, arguments.file, by=OPERATOR, on=today(), dry_run=arguments.dry_run
    )
    return _answer(report, words)


def _answer(report: ImportReport, words: Words) -> Answer:
    outcome = Note(_outcome(report), {**asdict(report), "notes": None})
    notes = [words.say(note.message, **note.values) for note in report.notes]
    document = asdict(report) | {"notes": notes}
    return Answer(document, _changes(report, words), (*report.notes, outcome))


def _changes(report: ImportReport, words: Words) -> tuple[tuple[str, ...], ...]:
    """Return the table of what an import changes: a row for each cell."""
    header = (words.say("Post"), words.say("Kolonne"), words.say("Før"), words.say("Nu"))
    rows = (
        (
            change.record,
            change.column or words.say(ACTION_WORD[change.action]),
            *("" if value is None else str(value) for value in (change.before, change.after)),
        )
        for change in report.changes
    )
    return (header, *rows) if report.changes else ()


def _outcome(report: ImportReport) -> str:
    if not report.rows:
        return NOTHING
    if not report.added and not report.changed:
        return UNCHANGED
    return TRIED if report.dry_run else BROUGHT


FILE = (
    argument("file", N_("CSV (UTF-8) eller XLSX"), Path, metavar="FIL"),
    argument("--dry-run", N_("sig, hvad der ville ske, og skriv intet"), action="store_true"),
)
AS_WRITTEN = argument(
    "--as-written",
    N_("tal under 1 er rigtige, også hvor de andre tal er over 1"),
    action="store_true",
)
DEFINITION = (argument("file", N_("YAML (UTF-8)"), Path, metavar="FIL"), FILE[1])
WAVE = argument("wave", N_("undersøgelsens navn eller id"), metavar="NAVN")

GROUP = Group(
    "import",
    N_("hent en fil ind: alle rækker eller ingen"),
    (
        Command("units", import_units, N_("organisationens enheder"), FILE),
        Command("targets", import_targets, N_("mål og udgangspunkter"), (*FILE, AS_WRITTEN)),
        Command("observations", import_observations, N_("målte værdier"), (*FILE, AS_WRITTEN)),
        Command("ideas", import_ideas, N_("idéer"), FILE),
        Command("instrument", import_instrument, N_("et spørgeskema"), DEFINITION),
        Command("answers", import_answers, N_("svar fra andre systemer"), (WAVE, *FILE)),
    ),
)
