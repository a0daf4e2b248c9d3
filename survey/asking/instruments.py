"""The questionnaires that ship with the program, read from their definition files."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from survey import definition_file
from survey.asking.instrument import Instrument
from survey.errors import SurveyError

INSTRUMENTS = Path(__file__).parents[1] / "instruments"


class InstrumentBroken(SurveyError):
    """A definition file does not fit the schema."""


class InstrumentUnknown(SurveyError):
    """There is no definition file of that name."""


def available() -> tuple[str, ...]:
    """Return the ids of the instruments that ship with the program."""
    return tuple(sorted(path.stem for path in INSTRUMENTS.glob("*.yaml")))


@cache
def load(instrument_id: str) -> Instrument:
    """Return a shipped instrument by its id; raises InstrumentUnknown."""
    if instrument_id not in available():
        raise InstrumentUnknown("Der er intet spørgeskema {name}.", name=instrument_id)
    return read(INSTRUMENTS / f"{instrument_id}.yaml")


def read(path: Path) -> Instrument:
    """Return the instrument in a file; raises InstrumentBroken naming file and field."""
    try:
        return Instrument.model_validate(definition_file.content(path))
    except yaml.YAMLError as error:
        place = str(getattr(error, "problem_mark", None) or error).strip()
        raise InstrumentBroken(
            "Filen {file} er ikke gyldig YAML: {place}.", file=path.name, place=place
        ) from error
    except ValidationError as error:
        first = error.errors()[0]
        raise InstrumentBroken(
            "Filen {file} passer ikke til skemaet ved {field}: {problem}.",
            file=path.name,
            field=".".join(str(step) for step in first["loc"]) or "*",
            problem=first["msg"],
        ) from error
