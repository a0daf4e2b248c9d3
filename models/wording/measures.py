"""The names of dimensions and index, and the caution that a questionnaire is not validated."""

from models.wording import N_, Words
from survey.asking.instrument import Instrument
from survey.asking.question import Dimension
from survey.scoring.scored_responses import INDEX

NOT_VALIDATED = N_(
    "Spørgeskemaet er endnu ikke afprøvet i en valideringsundersøgelse. Brug tallene "
    "til at tale sammen, ikke til at bedømme eller rangordne."
)
NOT_VALIDATED_SIGN = N_("Ikke valideret endnu")


def measure_name(measure: str, instrument: Instrument, words: Words) -> str:
    """The name of the index or of a dimension."""
    if measure == INDEX:
        return words.say("Indeks")
    return dimension_name(instrument.dimension(measure), words)


def dimension_name(dimension: Dimension, words: Words) -> str:
    """The name of a dimension; what follows a colon explains the name."""
    return words.of(dimension.name)


def short_name(dimension: Dimension, words: Words) -> str:
    """A dimension's name without what follows a colon, for where there is little room."""
    return without_explanation(dimension_name(dimension, words))


def without_explanation(name: str) -> str:
    """The name without what follows a colon and a blank; the whole where nothing stands before."""
    return name.partition(": ")[0] or name


def not_validated(words: Words, *, validated_by: str = "") -> str:
    """The caution beside all figures of a questionnaire that no study stands behind; else blank.

    validated_by: the study, blank while there is none, as in the instrument's file.
    """
    return "" if validated_by else words.say(NOT_VALIDATED)
