"""The mail in which a unit gets its link, ready to be sent."""

from dataclasses import dataclass

from models.wording import Words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.wave import Wave


@dataclass(frozen=True)
class Letter:
    """A mail's subject, and its text with the link on a line of its own."""

    subject: str
    text: str


def letter(wave: Wave, unit: Unit, link: str, instrument: Instrument, words: Words) -> Letter:
    """Return the mail to a unit. The link stands alone on its line, so that it can be clicked."""
    lines = (
        words.say("Kære alle i {unit}", unit=unit.name),
        words.say(
            "Hvordan er det at udvikle nyt hos jer? Fortæl det i undersøgelsen {wave}. "
            "Det tager cirka {minutes} minutter, på telefon eller computer, uden login:",
            wave=wave.name,
            minutes=instrument.minutes,
        ),
        link,
        words.say(
            "Alle i enheden bruger det samme link. Ingen kan se, hvem der har svaret hvad, og et "
            "resultat vises kun, når mindst {k} har svaret. Det er frivilligt.",
            k=wave.smallest_group,
        ),
        words.say("Gennem linket kan I også se enhedens tal og sende en idé."),
        words.say("Tak, fordi I er med."),
    )
    return Letter(words.say("Svar på {wave}", wave=wave.name), "\n\n".join(lines))
