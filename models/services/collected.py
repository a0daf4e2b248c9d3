"""Answers that were collected elsewhere: brought into a closed wave, all of them or none."""

from collections.abc import Callable

import pandas as pd

from models.storage import Db, responses, structures, units
from survey import instrument as instruments
from survey.errors import SurveyError
from survey.instrument import Instrument
from survey.response import AnswerOutsideScale
from survey.unit import UnitUnknown
from survey.wave import Wave, WaveState

UNIT, GROUP = "unit_id", "group"


class WaveNotClosed(SurveyError):
    """Answers were brought to a wave that is still answered, or has been released."""


def keep(
    db: Db,
    asked: Wave,
    respondents: pd.DataFrame,
    *,
    told: Callable[[int, int], None] | None = None,
) -> None:
    """Keep the answers of a closed wave, each respondent under a random key.

    respondents: × unit_id, group (blank: as the answer to the instrument's crossing item says) and
    items; NaN where nothing was said. told: how many are kept so far, of how many.
    Raises WaveNotClosed, UnitUnknown, UnknownItem or AnswerOutsideScale; then nothing is kept.
    """
    require_collecting(asked)
    instrument = instruments.load(asked.instrument_id)
    for unit_id in sorted(set(respondents[UNIT]) - known_units(db, asked.id)):
        raise UnitUnknown("Enheden {unit} findes ikke i organisationen.", unit=unit_id)
    for item_id in respondents.columns.drop([UNIT, GROUP]):
        if not respondents[item_id].dropna().isin(instrument.scale_of(item_id).answers).all():
            raise AnswerOutsideScale(
                "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item_id
            )
    first = not responses.counts(db, asked.id)
    responses.add_frame(db, asked.id, grouped(respondents, instrument), told=told)
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
