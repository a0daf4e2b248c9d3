"""Response rates in words: a percentage from ten staff, a band from five, nothing of fewer."""

from models.wording import N_, Words
from models.wording.figures import hidden, percent
from survey.asking.participation import (
    EXACT_FROM,
    FEWEST_INVITED,
    Band,
    Coverage,
    participation_band,
    response_rate,
)

_BAND = {
    Band.UNKNOWN: N_("antal ansatte er ikke oplyst"),
    Band.FEW_INVITED: N_("vises ikke, når der er under 5 ansatte"),
    Band.UNDER_HALF: N_("under halvdelen"),
    Band.HALF_OR_MORE: N_("mellem halvdelen og tre fjerdedele"),
    Band.THREE_QUARTERS_OR_MORE: N_("tre fjerdedele eller flere"),
}
_CAUTION = {
    Coverage.FULL: "",
    Coverage.THIN: N_("under halvdelen har svaret: læs tallene med forbehold"),
    Coverage.TOO_FEW: N_("under 30 % har svaret: intet niveau"),
    Coverage.UNKNOWN: N_("antal ansatte er ikke oplyst"),
}
_CAUTION_SIGN = {Coverage.THIN: N_("forbehold"), Coverage.TOO_FEW: N_("for få")}


def band(rate: Band, words: Words) -> str:
    """A response rate, coarsely: "under halvdelen"."""
    return words.say(_BAND[rate])


def rate(answered: int | None, staff: int | None, words: Words) -> str:
    """The share of the staff that answered: "72 %", its band below EXACT_FROM staff, or neither.

    answered: None where it is hidden.
    """
    if answered is None:
        return hidden(words)
    exact = response_rate(answered, staff)
    if exact is None or staff is None or staff < EXACT_FROM:
        return band(participation_band(answered, staff), words)
    return percent(100 * exact, words)


def answered_sentence(answered: int, staff: int | None, words: Words) -> str:
    """The number of staff who have answered: "23 af 32 har svaret (72 %).", or the band."""
    if staff is None:
        return words.say("Antallet af ansatte i enheden er ikke oplyst.")
    if staff < FEWEST_INVITED:
        return words.say(
            "Enheden har under {n} ansatte. Derfor vises det ikke, hvor mange der har svaret.",
            n=FEWEST_INVITED,
        )
    coarse = rate(answered, staff, words)
    if staff < EXACT_FROM:
        return words.say("{band} har svaret.", band=coarse.capitalize())
    return words.say(
        "{n} af {staff} har svaret ({rate}).",
        n=words.number(answered, 0),
        staff=words.number(staff, 0),
        rate=coarse,
    )


def caution(coverage: Coverage, words: Words) -> str:
    """The caution where few have answered, as a clause; blank where none is needed."""
    return words.say(_CAUTION[coverage]) if _CAUTION[coverage] else ""


def caution_sign(coverage: Coverage, words: Words) -> str:
    """The same in a word, for where there is no room; blank where nothing is to be minded."""
    return words.say(_CAUTION_SIGN[coverage]) if coverage in _CAUTION_SIGN else ""


def few_answered(words: Words) -> tuple[str, str]:
    """The sign and the sentence where fewer than half have answered."""
    return (
        words.say("Få har svaret"),
        words.say("Under halvdelen har svaret. De, der mangler, kan have det anderledes."),
    )


def answers(answered: int | None, staff: int | None, words: Words, *, smallest_group: int) -> str:
    """The number who have answered; below EXACT_FROM staff only that it is enough to be published.

    The number beside so few staff would tell how many have not answered.
    """
    if answered is None:
        return hidden(words)
    if staff is not None and staff < EXACT_FROM:
        return words.say("mindst {n}", n=smallest_group)
    return words.number(answered, 0)


def thin_units(thin: int, units: int, words: Words) -> str:
    """The number of units with figures in which fewer than half have answered."""
    if not thin:
        return words.say("Ingen enhed, der vises, har så få svar, at tallene kræver forbehold.")
    return words.say(
        "I {thin} af {n} viste enheder har under halvdelen svaret.", thin=thin, n=units
    )
