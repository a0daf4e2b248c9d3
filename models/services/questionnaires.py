"""The questionnaires: those that ship with the program, those brought in, and a wave's own."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.files.changes import changes
from models.services.files.note import ImportReport
from models.services.files.rows import instrument_rows
from models.services.files.upload import File, content_of, name_of
from models.storage import Db, waves
from models.storage.asking import questionnaires
from models.storage.asking.questionnaires import Edition
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import State, Write
from survey.asking import instruments
from survey.asking.instrument import Instrument
from survey.asking.instrument_file import accepted, file_text, instrument_of
from survey.asking.instruments import InstrumentUnknown
from survey.asking.wave import Wave


@dataclass(frozen=True)
class Questionnaire:
    """A version that waves can be made with. is_frozen: it ships with us, or a wave asks it."""

    instrument: Instrument
    definition: str
    is_frozen: bool


# Every respondent's door and every page with results asks for one, and a text never means
# another questionnaire: it is read once, however many ask.
@lru_cache(maxsize=16)
def _instrument(definition: str) -> Instrument:
    return accepted(definition)


def of_wave(db: Db, wave: Wave) -> Instrument:
    """Return the questionnaire that a wave was made with; raises InstrumentUnknown."""
    definition = questionnaires.of_wave(db, wave.id)
    if definition is None:
        return instruments.load(wave.instrument_id)
    return _instrument(definition)


def questionnaire_of(db: Db, wave_id: str, *, by: Viewer) -> Instrument:
    """Return the questionnaire of a wave; raises InstrumentUnknown without the wave."""
    require(by, Permission.SEE_OWN_CULTURE)
    wave = waves.get(db, wave_id)
    if wave is None:
        raise InstrumentUnknown("Der er intet spørgeskema {name}.", name=wave_id)
    return of_wave(db, wave)


def freeze(db: Db, wave: Wave) -> None:
    """Store the newest version of a wave's questionnaire as the one it was made with."""
    questionnaires.keep_of_wave(db, wave.id, _newest(db, wave.instrument_id))


def require_questionnaire(db: Db, instrument_id: str) -> None:
    """Let nobody change a questionnaire until the unit of work ends; raises InstrumentUnknown."""
    questionnaires.lock(db)
    _newest(db, instrument_id)


def all_questionnaires(db: Db, *, by: Viewer) -> tuple[Questionnaire, ...]:
    """Return every version of every questionnaire, the newest of each first."""
    require(by, Permission.RUN_WAVE)
    brought = reversed(questionnaires.all_editions(db))
    return tuple(
        Questionnaire(_instrument(edition.definition), edition.definition, _is_frozen(db, edition))
        for edition in (*brought, *_shipped())
    )


def export_instrument(
    db: Db, instrument_id: str, *, version: str | None = None, by: Viewer
) -> bytes:
    """Return the definition file of a questionnaire, the newest version unless one is named.

    Raises InstrumentUnknown.
    """
    require(by, Permission.IMPORT)
    return _newest(db, instrument_id, version).definition.encode()


def instrument_in(file: File) -> Instrument:
    """Return the questionnaire of a file; raises InstrumentBroken with all its faults."""
    return instrument_of(file_text(content_of(file), name_of(file)), name_of(file))


def import_instrument(
    db: Db, path: File, *, by: Viewer, on: date, dry_run: bool = False
) -> ImportReport:
    """Bring in the questionnaire of a definition file, or change nothing.

    A version that ships with the program, or that a wave was made with, stays as it is. Rows and
    changes are of its parts, beside the newest version before it. Raises InstrumentBroken,
    InputError.
    """
    require(by, Permission.IMPORT)
    name = name_of(path)
    definition = file_text(content_of(path), name)
    instrument = instrument_of(definition, name)
    edition = Edition(instrument.id, instrument.version, definition)
    if not dry_run:
        questionnaires.lock(db)
    editions = [*_shipped(), *questionnaires.all_editions(db)]
    same = _of(editions, edition.instrument_id, edition.version)
    before = same or _of(editions, edition.instrument_id)
    is_new = same is None or _instrument(same.definition) != instrument
    if same is not None and is_new and _is_frozen(db, same):
        raise InputError(
            "{file}: spørgeskemaet {id} {version} er i brug og ændres ikke. Giv filen en ny "
            "version, fx {version}.1.",
            file=name,
            id=edition.instrument_id,
            version=edition.version,
        )
    if not dry_run and same is None:
        questionnaires.add(db, edition, on=on, by=by.name)
    elif not dry_run and is_new:
        questionnaires.replace(db, edition, on=on, by=by.name)
    if not dry_run and is_new:
        place = subject.questionnaire(edition.instrument_id)
        trace.add(
            db, Write(Action.IMPORT_QUESTIONNAIRE, place, by, _state(before), _state(edition))
        )
    return _report(name, before, instrument, dry_run=dry_run)


def _state(edition: Edition | None) -> State | None:
    """Return the version of a questionnaire, and a hash that tells another text from it."""
    if edition is None:
        return None
    return {
        "version": edition.version,
        "sha256": sha256(edition.definition.encode()).hexdigest(),
    }


def _shipped() -> tuple[Edition, ...]:
    return tuple(
        Edition(instrument_id, instruments.load(instrument_id).version, definition)
        for instrument_id in instruments.available()
        for definition in [instruments.text(instrument_id)]
    )


def _is_frozen(db: Db, edition: Edition) -> bool:
    return edition in _shipped() or questionnaires.has_wave(
        db, edition.instrument_id, edition.version
    )


def _newest(db: Db, instrument_id: str, version: str | None = None) -> Edition:
    editions = [*_shipped(), *questionnaires.all_editions(db)]
    edition = _of(editions, instrument_id, version)
    if edition is None:
        raise InstrumentUnknown(
            "Der er intet spørgeskema {name}. Vælg et af disse: {names}.",
            name=instrument_id if version is None else f"{instrument_id} {version}",
            names=", ".join(f"{other.instrument_id} {other.version}" for other in editions),
        )
    return edition


def _of(editions: list[Edition], instrument_id: str, version: str | None = None) -> Edition | None:
    """Return the last version of a questionnaire, or the one named; None when there is none."""
    for edition in reversed(editions):
        if edition.instrument_id == instrument_id and version in {None, edition.version}:
            return edition
    return None


def _report(
    file: str, before: Edition | None, instrument: Instrument, *, dry_run: bool
) -> ImportReport:
    """Return what of a questionnaire is new or another than in the version before."""
    earlier = {} if before is None else instrument_rows(_instrument(before.definition))
    now = instrument_rows(instrument)
    differences = changes(earlier, now)
    changed = {change.record for change in differences} & earlier.keys() & now.keys()
    added = len(now.keys() - earlier.keys())
    return ImportReport(
        file,
        len(now),
        added,
        len(now) - added - len(changed),
        len(changed),
        dry_run=dry_run,
        changes=differences if earlier else (),
    )
