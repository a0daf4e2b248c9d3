"""Answers that were collected elsewhere: brought into a closed wave, all of them or none."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.files import columns
from models.services.files.row import FileRow
from models.services.files.sheets import ImportReport, Note
from models.services.waves.answering import secret_mark, wave
from models.storage import Db, marks, structures, units
from models.storage.answers import responses
from models.wording import N_
from survey.asking import instruments
from survey.asking.instrument import Instrument
from survey.asking.organisation import UnitUnknown
from survey.asking.response import AnswerOutsideScale
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
    "{unchanged} rækker er som svar, undersøgelsen allerede har, og regnes for de samme. "
    "Er de andre personers, så saml alle enhedens svar i én fil."
)


class WaveNotClosed(SurveyError):
    """Answers were brought to a wave that is still answered, or has been released."""


class WaveAnsweredHere(SurveyError):
    """Answers were brought to a wave that has been open for answering here."""


def import_answers(
    db: Db, wave_id: str, path: Path, *, by: Viewer, dry_run: bool = False
) -> ImportReport:
    """Bring the answers of a file into a wave that was made closed, or change nothing.

    One row a respondent: unit_id, group (may be blank or left out) and a column for each item.
    Who answered nothing is left out and counted in a note.

    Rows name nobody. Of rows that are equal, as many are new as the file has more than the wave
    holds: people of one file who answered alike all count, and a file that comes again, with some
    rows more or in another order, counts nobody twice. Were it otherwise, three people counted
    twice would pass for a group of six.

    Raises WaveNotClosed, WaveAnsweredHere or InputError.
    """
    require(by, Permission.IMPORT)
    asked = wave(db, wave_id)
    require_collecting(asked)
    _require_collected_elsewhere(db, asked)
    instrument = instruments.load(asked.instrument_id)
    whole = columns.read(path, (UNIT,), (GROUP, *_item_ids(instrument)))
    sheet = whole.filled(_items(whole, instrument))
    respondents = _respondents(sheet, instrument, known_units(db, wave_id))
    new = responses.new_respondents(db, wave_id, respondents)
    added, unchanged = int(new.sum()), int((~new).sum())
    if added and not dry_run:
        keep(db, asked, respondents[new])
    silent = len(whole.places) - len(sheet.places)
    notes = [Note(SILENT, {"silent": silent})] if silent else []
    notes += [Note(ALIKE, {"unchanged": unchanged})] if added and unchanged else []
    return ImportReport(sheet.file, len(new), added, unchanged, 0, (*sheet.notes, *notes), dry_run)


def _respondents(
    sheet: columns.Columns, instrument: Instrument, known: frozenset[str]
) -> pd.DataFrame:
    """Respondents × unit_id, group and items, as `keep` wants them; raises InputError."""
    items = _items(sheet, instrument)
    built = sheet.built(partial(_cell, instrument=instrument, known=known))
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


def _cell(row: FileRow, column: str, *, instrument: Instrument, known: frozenset[str]) -> object:
    """What a cell says; raises InputError, which never repeats an answer."""
    if column == GROUP:
        group = row.raw(GROUP)
        whole = WHOLE.fullmatch(group)
        return whole[1] if whole else group
    if column == UNIT:
        unit_id = row.text(UNIT)
        with row.problems(UNIT):
            if unit_id not in known:
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
    asked: Wave,
    respondents: pd.DataFrame,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Keep the answers of a closed wave, each respondent under a random key.

    respondents: × unit_id, group (blank: as the answer to the instrument's crossing item says) and
    items; NaN where nothing was said. progress: called with how many are kept so far, of how many.
    Raises WaveNotClosed, UnitUnknown, UnknownItem or AnswerOutsideScale; then nothing is kept.
    """
    require_collecting(asked)
    instrument = instruments.load(asked.instrument_id)
    for unit_id in sorted(set(respondents[UNIT]) - known_units(db, asked.id)):
        raise UnitUnknown(UNIT_UNKNOWN, unit=unit_id)
    for item_id in respondents.columns.drop([UNIT, GROUP]):
        if not respondents[item_id].dropna().isin(instrument.scale_of(item_id).answers).all():
            raise AnswerOutsideScale(
                "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item_id
            )
    first = not responses.counts(db, asked.id)
    responses.add_frame(db, asked.id, grouped(respondents, instrument), progress=progress)
    if not first:
        # Nobody shall see in the database which answers came together.
        responses.settle(db, asked.id)


def require_collecting(asked: Wave) -> None:
    """Pass when answers collected elsewhere may come; raises WaveNotClosed otherwise."""
    if asked.state is not WaveState.CLOSED:
        raise WaveNotClosed(
            "Undersøgelsen {wave} er ikke lukket, eller den er frigivet. Svar fra andre systemer "
            "hentes ind, når den er lukket, og før den frigives.",
            wave=asked.name,
        )


def _require_collected_elsewhere(db: Db, asked: Wave) -> None:
    # Who knows the rows he brings subtracts them again, and a trial tells whether a guess is there.
    # The mark stays when the wave closes, and its secret goes.
    if marks.get(db, secret_mark(asked.id)) is not None:
        raise WaveAnsweredHere(
            "Undersøgelsen {wave} er besvaret her i Pejling og kan ikke få svar fra en fil: den, "
            "der kender filens svar, kunne trække dem fra og se, hvad de andre har svaret. "
            "Lav en undersøgelse til dem med pejling wave create --closed.",
            wave=asked.name,
        )


def known_units(db: Db, wave_id: str) -> frozenset[str]:
    """Ids of the units the wave was asked in."""
    return frozenset(unit.id for unit in structures.get(db, wave_id) or units.all_units(db))


def grouped(respondents: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """The respondents with the group of each: as given, else as the crossing item was answered."""
    if instrument.crossing not in respondents:
        return respondents
    answer = respondents[instrument.crossing]
    answered = answer.fillna(0).astype(int).astype(str).where(answer.notna(), "")
    group = respondents[GROUP].where(respondents[GROUP] != "", answered)
    return respondents.assign(**{GROUP: group})
