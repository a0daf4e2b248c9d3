"""Questionnaires that were brought in, and the one that each wave was made with."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import exists, insert, select, update

from models.storage import Db
from models.storage.sql.upsert import add_once
from models.storage.sql.writing import lock_table
from models.storage.tables.waves import QuestionnaireRow, WaveQuestionnaireRow


@dataclass(frozen=True)
class Edition:
    """One version of a questionnaire, as its definition file."""

    instrument_id: str
    version: str
    definition: str


def lock(db: Db) -> None:
    """Let nobody else bring in a questionnaire or make a wave until the unit of work ends."""
    lock_table(db, QuestionnaireRow)


def add(db: Db, edition: Edition, *, on: date, by: str) -> None:
    """Add a version."""
    db.execute(insert(QuestionnaireRow), {**vars(edition), "added_on": on, "added_by": by})


def replace(db: Db, edition: Edition, *, on: date, by: str) -> None:
    """Replace the version's definition."""
    db.execute(
        update(QuestionnaireRow)
        .where(QuestionnaireRow.instrument_id == edition.instrument_id)
        .where(QuestionnaireRow.version == edition.version)
        .values(definition=edition.definition, added_on=on, added_by=by)
    )


def all_editions(db: Db) -> tuple[Edition, ...]:
    """Return every version that was brought in, in the order they came."""
    row = QuestionnaireRow
    query = select(row.instrument_id, row.version, row.definition).order_by(row.entry)
    return tuple(Edition(*columns) for columns in db.execute(query))


def keep_of_wave(db: Db, wave_id: str, edition: Edition) -> None:
    """Store what a wave was made with; a second call changes nothing."""
    add_once(db, WaveQuestionnaireRow, {"wave_id": wave_id, **vars(edition)})


def of_wave(db: Db, wave_id: str) -> str | None:
    """Return the definition that a wave was made with; None for one made before they were kept."""
    row = WaveQuestionnaireRow
    return db.scalar(select(row.definition).where(row.wave_id == wave_id))


def has_wave(db: Db, instrument_id: str, version: str) -> bool:
    """Whether a wave was made with this version."""
    row = WaveQuestionnaireRow
    query = exists().where(row.instrument_id == instrument_id, row.version == version)
    return bool(db.scalar(select(query)))
