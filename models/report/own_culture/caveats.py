"""The reservations about a unit's figures: non-response, disagreement, and no validation yet."""

from models.report.own_culture.own_culture import OwnCulture
from models.wording import Words
from models.wording.figures import if_at_most_silent_lower, if_silent_lower
from models.wording.measures import NOT_VALIDATED_SIGN, dimension_name, not_validated
from models.wording.participation import few_answered
from survey.asking.participation import EXACT_FROM, Band, Coverage, participation_band

# The lowest response rate of each band, and so the largest share that may have kept silent.
_SILENT_AT_MOST = {Band.HALF_OR_MORE: 0.5, Band.THREE_QUARTERS_OR_MORE: 0.25}


def sensitivity(culture: OwnCulture, words: Words) -> str:
    """The index if all who kept silent lay lower; blank where it cannot be calculated."""
    if culture.index.own.mean is None or not culture.staff:
        return ""
    if culture.staff < EXACT_FROM:
        silent = _SILENT_AT_MOST.get(participation_band(culture.answered, culture.staff))
        return if_at_most_silent_lower(silent, words) if silent else ""
    silent = 1 - min(culture.answered / culture.staff, 1.0)
    if not silent:
        return words.say("Alle har svaret.")
    return if_silent_lower(culture.index.own, silent, words)


def flags(culture: OwnCulture, words: Words) -> tuple[tuple[str, str], ...]:
    """The cautions about a result, each a short sign and its sentence."""
    signs = []
    if culture.coverage in (Coverage.THIN, Coverage.TOO_FEW):
        signs.append(few_answered(words))
    if culture.divided:
        names = ", ".join(dimension_name(topic.dimension, words) for topic in culture.divided)
        sentence = words.say(
            "Kolleger i enheden har svaret meget forskelligt om: {names}. Et gennemsnit "
            "dækker over det; begynd med at høre hinanden.",
            names=names,
        )
        signs.append((words.say("Delt oplevelse"), sentence))
    caution = not_validated(words, validated_by=culture.instrument.validated_by)
    if caution:
        signs.append((words.say(NOT_VALIDATED_SIGN), caution))
    return tuple(signs)
