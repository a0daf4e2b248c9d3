"""`pejling import`: files in, or nothing."""

from argparse import Namespace
from dataclasses import asdict

from models.cli.answer import OPERATOR, Answer, today
from models.cli.surveys import wave_id_of
from models.services import ideas, units
from models.services.files.sheets import ImportReport, Note
from models.services.opening import Db
from models.services.promises import observations, targets
from models.services.waves import answer_import
from models.wording import N_, Words

NOTHING = N_("{file}: der er intet at hente ind.")
UNCHANGED = N_("{file}: intet er ændret; alle {rows} rækker fandtes allerede.")
TRIED = N_(
    "{file}: prøvet uden at skrive noget. {added} ville være nye, {changed} ville ændre noget, "
    "{unchanged} findes allerede."
)
BROUGHT = N_("{file}: {added} nye, {changed} ændrede, {unchanged} fandtes allerede.")


def import_units(db: Db, given: Namespace, said: Words) -> Answer:
    """The organisation's tree."""
    return _brought(units.import_units(db, given.file, by=OPERATOR, dry_run=given.dry_run), said)


def import_targets(db: Db, given: Namespace, said: Words) -> Answer:
    """What promises mean in figures."""
    report = targets.import_targets(db, given.file, by=OPERATOR, on=today(), dry_run=given.dry_run)
    return _brought(report, said)


def import_observations(db: Db, given: Namespace, said: Words) -> Answer:
    """What was measured."""
    report = observations.import_observations(
        db, given.file, by=OPERATOR, on=today(), dry_run=given.dry_run
    )
    return _brought(report, said)


def import_ideas(db: Db, given: Namespace, said: Words) -> Answer:
    """What people suggested."""
    report = ideas.import_ideas(db, given.file, by=OPERATOR, on=today(), dry_run=given.dry_run)
    return _brought(report, said)


def import_answers(db: Db, given: Namespace, said: Words) -> Answer:
    """What people answered elsewhere."""
    wave_id = wave_id_of(db, given.wave)
    report = answer_import.import_answers(
        db, wave_id, given.file, by=OPERATOR, dry_run=given.dry_run
    )
    return _brought(report, said)


def _brought(report: ImportReport, said: Words) -> Answer:
    told = Note(_outcome(report), {**asdict(report), "notes": None})
    notes = [said.say(note.message, **note.values) for note in report.notes]
    document = asdict(report) | {"notes": notes}
    return Answer(document, told=(*report.notes, told))


def _outcome(report: ImportReport) -> str:
    if not report.rows:
        return NOTHING
    if not report.added and not report.changed:
        return UNCHANGED
    return TRIED if report.dry_run else BROUGHT
