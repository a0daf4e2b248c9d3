"""The dialogue sheet: a unit's result on one sheet of paper, with room for what is agreed."""

from markupsafe import Markup

from models.charts.chart_file import drawing
from models.charts.culture.dimension_words import alt_text, chart_reading, headline
from models.charts.culture.dimensions import PAPER, dimension_chart
from models.charts.palette import palette
from models.report.own_culture.caveats import flags
from models.report.own_culture.own_culture import OwnCulture, TalkingPoint
from models.report.own_culture.phrases import (
    REVERSED,
    beside_region,
    change_headline,
    reason,
    why_not_its_own,
)
from models.report.own_culture.picture import comparison, dots, ends
from models.report.template import template
from models.wording import N_, Words
from models.wording.figures import WITH_ESTIMATED
from models.wording.levels import level_meaning, level_steps, level_title, why_level
from models.wording.measures import dimension_name
from models.wording.participation import answered_sentence

QUESTIONS = (
    N_("Kan I genkende billedet? Hvad overrasker?"),
    N_("Hvornår lykkes det for jer, og hvad gør I så?"),
    N_("Hvad er den mindste ændring, der ville kunne mærkes?"),
    N_("Hvad kan I selv gøre, og hvad skal I have hjælp til?"),
)
READING = (
    N_(
        "Tallene går fra 0 (slet ikke) til 100 (i meget høj grad). Stregen er et 90 % interval: "
        "hvor tallet kan ligge, hvis de, der ikke svarede, har det som de andre."
    ),
    N_("En hul prik betyder, at forskellen til regionen kan være tilfældig."),
    N_(
        "5 betyder 5 eller mindre, 95 betyder 95 eller mere. Grupper på under {k} vises aldrig. "
        "Tallene siger ikke hvorfor, og de rangordner ingen."
    ),
)

_WIDTH = 640


def dialogue_sheet(culture: OwnCulture, words: Words, *, invented: str | None = None) -> str:
    """One page of A4 as a whole HTML document, with nothing fetched from anywhere.

    invented: what made the data up, e.g. "demo S"; the sheet then carries it.
    """
    marks, around = dots(culture, words), comparison(culture, words)
    picture = dimension_chart(
        marks, around, ends=ends(culture, words), mode="light", words=words, look=PAPER
    )
    own, instrument = culture.index.own, culture.instrument
    return template("dialogue.html.j2").render(
        language=words.language,
        colours=palette("light"),
        unit=(culture.published_unit or culture.unit).name,
        wave=culture.wave,
        closed=words.day(culture.wave.closes_on),
        hidden=why_not_its_own(culture, words),
        invented=_invented(invented, words),
        level=level_title(own, instrument, words),
        steps=level_steps(instrument, words),
        reached=range(own.level_low or 9, (own.level_high or 0) + 1),
        meaning=level_meaning(own, instrument, words),
        why=why_level(own, culture.gate, instrument, words),
        participation=answered_sentence(culture.answered, culture.staff, words),
        change=change_headline(culture, words),
        flags=flags(culture, words),
        picture=Markup(drawing(picture, width=_WIDTH)),  # noqa: S704 - drawn by us, its texts are escaped
        finding=headline(marks, around, words) + ".",
        picture_reading=f"{chart_reading(around, words)} {around.source}",
        alt=alt_text(marks, around, words),
        talks=[_talking_point(point, culture, words) for point in culture.talking_points],
        agreed=_agreed(culture, words),
        questions=[words.say(question) for question in QUESTIONS],
        reading=_reading(culture, words),
        phrases=_phrases(words),
    )  # fmt: skip


def _reading(culture: OwnCulture, words: Words) -> str:
    compared = culture.published_unit != culture.region
    sentences = READING if compared else (READING[0], READING[2])
    return " ".join(words.say(text, k=culture.wave.smallest_group) for text in sentences)


def _invented(source: str | None, words: Words) -> str:
    if not source:
        return ""
    return words.say(
        "Opdigtede data ({source}): intet her handler om en virkelig region.", source=source
    )


def _talking_point(point: TalkingPoint, culture: OwnCulture, words: Words) -> dict[str, object]:
    statement = point.statement
    return {
        "topic": dimension_name(statement.dimension, words),
        "wording": words.of(statement.item.wording),
        "figures": beside_region(statement, culture, words),
        "reason": reason(point, words),
        "reverse": statement.item.reverse,
    }


def _agreed(culture: OwnCulture, words: Words) -> dict[str, str]:
    """The agreed action as markup; blank where the sheet has room to write it."""
    agreed = culture.agreed
    if agreed is None:
        return {"what": "", "who": "", "when": ""}
    return {
        "what": agreed.what,
        "who": words.say(agreed.responsible),
        "when": words.day(agreed.due_on),
    }


def _phrases(words: Words) -> dict[str, str]:
    """Every fixed phrase of the template, in the reader's language."""
    say = words.say
    return {
        "title": say("Dialogark"),
        "closed": say("lukket"),
        "talks": say("Tre udsagn at tale om"),
        "notes": say("Noter"),
        "estimated": say(WITH_ESTIMATED),
        "reverse": say(REVERSED),
        "questions": say("Spørgsmål at tale om"),
        "agreed": say("Det aftaler vi"),
        "what": say("Hvad"),
        "who": say("Hvem"),
        "when": say("Hvornår"),
        "reading": say("Sådan læses arket"),
    }
