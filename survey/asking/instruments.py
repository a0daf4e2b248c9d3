"""The questionnaires that ship with the program, read from their definition files."""

from functools import cache
from pathlib import Path

from survey.asking.instrument import Instrument
from survey.asking.instrument_file import instrument_of
from survey.errors import SurveyError

INSTRUMENTS = Path(__file__).parents[1] / "instruments"


class InstrumentUnknown(SurveyError):
    """There is no definition file of that name."""


def available() -> tuple[str, ...]:
    """Return the ids of the instruments that ship with the program."""
    return tuple(sorted(path.stem for path in INSTRUMENTS.glob("*.yaml")))


@cache
def load(instrument_id: str) -> Instrument:
    """Return a shipped instrument by its id; raises InstrumentUnknown."""
    return instrument_of(text(instrument_id), f"{instrument_id}.yaml")


@cache
def text(instrument_id: str) -> str:
    """Return the definition file of a shipped instrument; raises InstrumentUnknown."""
    if instrument_id not in available():
        raise InstrumentUnknown("Der er intet spørgeskema {name}.", name=instrument_id)
    return (INSTRUMENTS / f"{instrument_id}.yaml").read_text(encoding="utf-8")
