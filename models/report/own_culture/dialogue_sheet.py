"""The dialogue sheet: a unit's result on one sheet of paper, with room for what is agreed."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from models.charts.culture.dimension_words import alt_text
from models.charts.culture.dimensions import PAPER, dimensions, svg
from models.charts.palette import palette
from models.report.own_culture.caveats import flags, participation
from models.report.own_culture.level import level_meaning, level_title, why_level
from models.report.own_culture.own_culture import OwnCulture, Talk
from models.report.own_culture.phrases import REVERSED, change_headline, points, reason
from models.report.own_culture.picture import company, dots, ends
from models.wording import N_, Words

_TEMPLATES = Path(__file__).parents[1] / "templates"
QUESTIONS = (
    N_("Kan I genkende billedet? Hvad overrasker?"),
    N_("Hvornår lykkes det for jer, og hvad gør I så?"),
    N_("Hvad er den mindste ændring, der ville kunne mærkes?"),
    N_("Hvad kan I selv gøre, og hvad skal I have hjælp til?"),
)
READING = N_(
    "Tallene går fra 0 (slet ikke) til 100 (i meget høj grad). Stregen er et 90 % interval: hvor "
    "tallet kan ligge, hvis de, der ikke svarede, har det som de andre. En hul prik betyder, at "
    "forskellen til regionen kan være tilfældig. 5 betyder 5 eller mindre, 95 betyder 95 eller "
    "mere. Grupper på under {k} vises aldrig. Tallene siger ikke hvorfor, og de rangordner ingen."
)


def dialogue_sheet(culture: OwnCulture, words: Words, *, invented: str | None = None) -> str:
    """One page of A4 as a whole HTML document, with nothing fetched from anywhere.

    invented: what made the data up, e.g. "demo S"; the sheet then says so.
    """
    marks, around = dots(culture, words), company(culture, words)
    picture = dimensions(
        marks, around, ends=ends(culture, words), mode="light", words=words, layout=PAPER
    )
    own = culture.index.own
    return _environment().get_template("dialogue.html.j2").render(
        language=words.language,
        colours=palette("light"),
        unit=(culture.shown or culture.unit).name,
        wave=culture.wave,
        closed=words.day(culture.wave.closes_on),
        hidden=words.say(culture.why_hidden, shown=around.unit) if culture.why_hidden else "",
        invented=_invented(invented, words),
        level=level_title(culture, words),
        steps=_steps(culture, words),
        reached=range(own.level_low or 9, (own.level_high or 0) + 1),
        meaning=level_meaning(culture, words),
        why=why_level(culture, words),
        participation=participation(culture, words),
        change=change_headline(culture, words),
        flags=flags(culture, words),
        picture=Markup(svg(picture)),  # noqa: S704 - drawn by us, its texts are escaped
        told=alt_text(marks, around, words),
        talks=[_talk(talk, words) for talk in culture.talks],
        agreed=_agreed(culture, words),
        questions=[words.say(question) for question in QUESTIONS],
        reading=words.say(READING, k=culture.wave.smallest_group),
        said=_said(words),
    )  # fmt: skip


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _invented(source: str | None, words: Words) -> str:
    if not source:
        return ""
    return words.say(
        "Opdigtede data ({source}): intet her handler om en virkelig region.", source=source
    )


def _steps(culture: OwnCulture, words: Words) -> list[tuple[str, str]]:
    names = culture.instrument.levels.names
    told = names.get(words.language) or names["da"]
    return [(number, name) for number, _gap, name in (one.partition(" ") for one in told)]


def _talk(talk: Talk, words: Words) -> dict[str, object]:
    statement = talk.statement
    name, wording = statement.dimension.name, statement.item.wording
    own, region = statement.beside.own, statement.beside.region
    return {
        "topic": name.get(words.language) or name["da"],
        "wording": wording.get(words.language) or wording["da"],
        "figures": words.say(
            "Enheden: {own} · regionen: {region}",
            own=points(own.mean, words),
            region=points(region.mean, words),
        ),
        "reason": reason(talk, words),
        "reverse": statement.item.reverse,
    }


def _agreed(culture: OwnCulture, words: Words) -> dict[str, str]:
    """What was agreed; blank where there is room to write it."""
    agreed = culture.agreed
    if agreed is None:
        return {"what": "", "who": "", "when": ""}
    return {
        "what": agreed.what,
        "who": words.say(agreed.responsible),
        "when": words.day(agreed.due_on),
    }


def _said(words: Words) -> dict[str, str]:
    """Every fixed phrase of the template, in the reader's language."""
    say = words.say
    return {
        "title": say("Dialogark"),
        "closed": say("lukket"),
        "talks": say("Tre udsagn at tale om"),
        "notes": say("Noter"),
        "reverse": say(REVERSED),
        "questions": say("Spørgsmål at tale om"),
        "agreed": say("Det aftaler vi"),
        "what": say("Hvad"),
        "who": say("Hvem"),
        "when": say("Hvornår"),
        "reading": say("Sådan læses arket"),
    }
