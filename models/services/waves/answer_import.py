"""Import of answers that were collected elsewhere into a closed wave, all of them or none."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

import numpy as np
import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services import questionnaires
from models.services.files import columns
from models.services.files.note import ImportReport, Note
from models.services.files.row import FileRow
from models.services.files.upload import File
from models.services.units import wave_units
from models.services.waves.answering import find_wave, lock_wave, secret_mark
from models.storage import Db, marks
from models.storage.answers import responses
from models.storage.steering import trace
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.wording import N_
from survey.asking.instrument import Instrument
from survey.asking.organisation import UnitUnknown
from survey.asking.response import OPT_OUT, AnswerOutsideScale
from survey.asking.wave import Wave, WaveState
from survey.errors import SurveyError

UNIT: Final = "unit_id"
GROUP: Final = "group"
# Some systems write whole numbers with decimals: 4.0 or 4,0.
WHOLE = re.compile(r"([0-9]{1,3})(?:[.,]0+)?")
UNIT_UNKNOWN = N_("Enheden {unit} findes ikke i organisationen.")
OFF_SCALE = N_(
    "{file}, række {row}, kolonne {column}: svaret ligger uden for skalaen. Skriv et af disse tal, "
    "eller lad feltet være tomt: {expected}. Rækker med fejl: {faults}."
)
SILENT = N_("Sprunget over, fordi der ikke er et eneste svar i rækken: {silent}")
NO_ITEM = N_(
    "{file}, række 1: der er ingen kolonne med svar. Kald hver kolonne ved "
    "spørgsmålets id, fx {expected}."
)
ALIKE = N_(
    "Rækker, der er magen til svar, undersøgelsen allerede har: {unchanged}. De regnes for de "
    "samme. Er de andre personers, så saml alle enhedens svar i én fil."
)


class WaveNotClosed(SurveyError):
    """Answers were to be imported into a wave that is open, planned or released."""


class WaveAnsweredHere(SurveyError):
    """Answers were to be imported into a wave that has been answered here."""


def import_answers(
    db: Db, wave_id: str, path: File, *, by: Viewer, dry_run: bool = False
) -> ImportReport:
    """Bring the answers of a file into a wave that was made closed, or change nothing.

    One row a respondent: unit_id, group (may be blank or left out) and a column for each item.
    Rows without an answer are left out and counted in a note.

    Rows name nobody. Of equal rows, as many are new as the file has more than the wave: people of
    one file with equal answers all count, and a file that comes again, with some more rows or in
    another order, counts nobody twice. Otherwise three people counted twice would pass for six.

    Raises WaveNotClosed, WaveAnsweredHere or InputError.
    """
    require(by, Permission.IMPORT)
    wave = find_wave(db, wave_id)
    require_collecting(wave)
    _require_collected_elsewhere(db, wave)
    instrument = questionnaires.of_wave(db, wave)
    whole = columns.read(path, (UNIT,), (GROUP, *_item_ids(instrument)))
    sheet = whole.filled(_items(whole, instrument))
    respondents = _respondents(sheet, instrument, _unit_ids(db, wave_id))
    # The file is read by now: others wait only as long as the answers are compared and stored.
    wave = lock_wave(db, wave_id)
    require_collecting(wave)
    new = responses.new_respondents(db, wave_id, respondents)
    added, unchanged = int(new.sum()), int((~new).sum())
    if added and not dry_run:
        keep(db, wave, respondents[new], by=by)
    silent = len(whole.places) - len(sheet.places)
    notes = [Note(SILENT, {"silent": silent})] if silent else []
    notes += [Note(ALIKE, {"unchanged": unchanged})] if added and unchanged else []
    return ImportReport(sheet.file, len(new), added, unchanged, 0, (*sheet.notes, *notes), dry_run)


def _respondents(
    sheet: columns.Columns, instrument: Instrument, units: frozenset[str]
) -> pd.DataFrame:
    """Return respondents × unit_id, group and items, as `keep` takes them; raises InputError."""
    items = _items(sheet, instrument)
    built = sheet.built(partial(_cell, instrument=instrument, units=units))
    respondents = pd.DataFrame({UNIT: built[UNIT], GROUP: built.get(GROUP, "")})
    answers = pd.DataFrame({item_id: built[item_id] for item_id in items})
    return grouped(pd.concat([respondents, answers], axis=1), instrument)


def _items(sheet: columns.Columns, instrument: Instrument) -> list[str]:
    items = [name for name in sheet.columns if name not in {UNIT, GROUP}]
    if not items:
        expected = ", ".join(_item_ids(instrument)[:3])
        raise InputError(NO_ITEM, file=sheet.file, expected=expected)
    return items


def _item_ids(instrument: Instrument) -> tuple[str, ...]:
    modules = (item.id for module in instrument.modules for item in module.items)
    extras = (item.id for block in instrument.extras for item in block.items)
    return (*(item.id for item in instrument.items), *modules, *extras)


def _cell(row: FileRow, column: str, *, instrument: Instrument, units: frozenset[str]) -> object:
    """Return the value of a cell; raises InputError, whose message never repeats an answer."""
    if column == GROUP:
        group = row.raw(GROUP)
        whole = WHOLE.fullmatch(group)
        return whole[1] if whole else group
    if column == UNIT:
        unit_id = row.text(UNIT)
        with row.problems(UNIT):
            if unit_id not in units:
                raise UnitUnknown(UNIT_UNKNOWN, unit=unit_id)
        return unit_id
    text = str(row.cells[column])
    if not text:
        return np.float32(np.nan)
    whole = WHOLE.fullmatch(text)
    on_scale = instrument.scale_of(column).answers
    if whole is None or int(whole[1]) not in on_scale:
        raise row.fault(column, OFF_SCALE, expected=", ".join(map(str, sorted(on_scale))))
    return np.float32(int(whole[1]))


def keep(
    db: Db,
    wave: Wave,
    respondents: pd.DataFrame,
    *,
    by: Viewer,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Store the answers of a closed wave, each respondent under a random key.

    respondents: × unit_id, group (blank: as the answer to the instrument's crossing item says) and
    items; NaN where not answered. progress: called with the number stored so far and of all.
    Raises WaveNotClosed, UnitUnknown, UnknownItem or AnswerOutsideScale; then nothing is stored.
    """
    require(by, Permission.IMPORT)
    require_collecting(lock_wave(db, wave.id))
    instrument = questionnaires.of_wave(db, wave)
    for unit_id in sorted(set(respondents[UNIT]) - _unit_ids(db, wave.id)):
        raise UnitUnknown(UNIT_UNKNOWN, unit=unit_id)
    for item_id in respondents.columns.drop([UNIT, GROUP]):
        if not respondents[item_id].dropna().isin(instrument.scale_of(item_id).answers).all():
            raise AnswerOutsideScale(
                "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item_id
            )
    first = not responses.counts(db, wave.id)
    responses.add_frame(db, wave.id, grouped(respondents, instrument), progress=progress)
    if not first:
        # Otherwise the order of the rows would show which answers came in the same file.
        responses.settle(db, wave.id)
    # Without a number: the trace says nothing about respondents.
    trace.add(db, Write(Action.IMPORT_ANSWERS, subject.wave(wave.id), by))


def require_collecting(wave: Wave) -> None:
    """Raise WaveNotClosed unless answers collected elsewhere may be imported into the wave."""
    if wave.state is not WaveState.CLOSED:
        raise WaveNotClosed(
            "Undersøgelsen {wave} er ikke lukket, eller den er frigivet. Svar fra andre systemer "
            "hentes ind, når den er lukket, og før den frigives.",
            wave=wave.name,
        )


def _require_collected_elsewhere(db: Db, wave: Wave) -> None:
    # Somebody who knows the imported rows could subtract them from the results, and a dry run would
    # tell whether a guessed row is there. The mark stays after the close, with a blank secret.
    if marks.get(db, secret_mark(wave.id)) is not None:
        raise WaveAnsweredHere(
            "Undersøgelsen {wave} er besvaret her i Pejling og kan ikke få svar fra en fil: den, "
            "der kender filens svar, kunne trække dem fra og se, hvad de andre har svaret. "
            "Lav en undersøgelse til dem med pejling wave create --closed.",
            wave=wave.name,
        )


def _unit_ids(db: Db, wave_id: str) -> frozenset[str]:
    """Return the ids of a wave's units."""
    return frozenset(unit.id for unit in wave_units(db, wave_id))


def grouped(respondents: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return the respondents with their group; a blank one is their answer to the crossing item."""
    if instrument.crossing not in respondents:
        return respondents
    answer = respondents[instrument.crossing]
    # NaN has no integer: the opt-out, which belongs to no group either, stands in for it.
    number = answer.fillna(OPT_OUT).astype(int)
    code = number.astype(str).where(number != OPT_OUT, "")
    group = respondents[GROUP].where(respondents[GROUP] != "", code)
    return respondents.assign(**{GROUP: group})
