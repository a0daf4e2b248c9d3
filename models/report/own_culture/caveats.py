"""What a unit's figures do not say: who kept silent, who disagrees, and what is not proved yet."""

from math import ceil

from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import name_of, percent, points
from models.wording import N_, Words
from survey.asking.participation import (
    EXACT_FROM,
    Band,
    Standing,
    participation_band,
    response_rate,
)

# What all who kept silent are imagined to lie below the others, to see what it would do.
SILENT_BELOW = 25
# The lowest response rate of each band, and so the largest share that may have kept silent.
_SILENT_AT_MOST = {Band.HALF_OR_MORE: 0.5, Band.THREE_QUARTERS_OR_MORE: 0.25}
_BAND = {
    Band.UNKNOWN: N_("Det vides ikke, hvor mange der er i enheden."),
    Band.UNDER_HALF: N_("Under halvdelen har svaret."),
    Band.HALF_OR_MORE: N_("Mellem halvdelen og tre fjerdedele har svaret."),
    Band.THREE_QUARTERS_OR_MORE: N_("Tre fjerdedele eller flere har svaret."),
}
FPC = N_(
    "Intervallet forudsætter, at de, der ikke svarede, har det som de kolleger, der svarede. "
    "Har alle svaret, er der ingen usikkerhed."
)
NOT_VALIDATED = N_(
    "Spørgeskemaet er ikke valideret endnu. Brug tallene til samtale, ikke til at belønne eller "
    "straffe nogen."
)


def participation(culture: OwnCulture, words: Words) -> str:
    """How many have answered; a band where the rate would point at those who have not."""
    return answered_of(culture.answered, culture.staff, words)


def answered_of(answered: int, staff: int | None, words: Words) -> str:
    """How many of the staff have answered, as `participation` says it."""
    if staff is None or staff < EXACT_FROM:
        return words.say(_BAND[participation_band(answered, staff)])
    rate = response_rate(answered, staff) or 0.0
    return words.say(
        "{n} af {staff} har svaret ({rate}).",
        n=words.number(answered, 0),
        staff=words.number(staff, 0),
        rate=percent(min(100 * rate, 100), words),
    )


def sensitivity(culture: OwnCulture, words: Words) -> str:
    """What the index would be if all who kept silent lay lower; blank where it cannot be said."""
    own = culture.index.own
    if own.mean is None or culture.staff is None:
        return ""
    if culture.staff < EXACT_FROM:
        return _coarse_sensitivity(culture, words)
    silent = 1 - min(culture.answered / culture.staff, 1.0)
    if not silent:
        return words.say("Alle har svaret.")
    return words.say(
        "Hvis alle, der ikke svarede, lå {drop} point lavere, ville det samlede tal være {mean}.",
        drop=SILENT_BELOW,
        mean=points(max(round(own.mean - SILENT_BELOW * silent), 0), words),
    )


def _coarse_sensitivity(culture: OwnCulture, words: Words) -> str:
    silent = _SILENT_AT_MOST.get(participation_band(culture.answered, culture.staff))
    if silent is None:
        return ""
    return words.say(
        "Hvis alle, der ikke svarede, lå {drop} point lavere, ville det samlede tal være op til "
        "{n} point lavere.",
        drop=SILENT_BELOW,
        n=ceil(SILENT_BELOW * silent),
    )


def flags(culture: OwnCulture, words: Words) -> tuple[tuple[str, str], ...]:
    """What must be kept in mind: a short sign and the sentence behind it."""
    told = []
    if culture.standing in (Standing.THIN, Standing.TOO_FEW):
        told.append(
            (
                words.say("Få har svaret"),
                words.say("Under halvdelen har svaret. De, der mangler, kan have det anderledes."),
            )
        )
    if culture.divided:
        names = ", ".join(name_of(topic, words) for topic in culture.divided)
        told.append(
            (
                words.say("Delt oplevelse"),
                words.say(
                    "Kolleger i enheden har svaret meget forskelligt om: {names}. Et gennemsnit "
                    "dækker over det; begynd med at høre hinanden.",
                    names=names,
                ),
            )
        )
    if not culture.instrument.validated_by:
        told.append((words.say("Ikke valideret endnu"), words.say(NOT_VALIDATED)))
    return tuple(told)  # fmt: skip
