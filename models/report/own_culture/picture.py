"""A unit's result as input to the chart of dimensions, for the screen and the dialogue sheet."""

from models.charts.culture.dimension_words import Comparison, DimensionDot
from models.report.own_culture.own_culture import OwnCulture
from models.wording import Words
from models.wording.measures import short_name


def dots(culture: OwnCulture, words: Words) -> tuple[DimensionDot, ...]:
    """One a dimension, in the order of the questionnaire."""
    return tuple(
        DimensionDot(
            name=short_name(topic.dimension, words),
            own=topic.figures.own,
            hospital=topic.figures.hospital,
            region=topic.figures.region,
            contrast=topic.figures.contrast,
        )
        for topic in culture.topics
    )


def comparison(culture: OwnCulture, words: Words) -> Comparison:
    """Whose dots they are, and where they come from."""
    unit = culture.published_unit or culture.unit
    return Comparison(
        unit=unit.name,
        hospital=culture.hospital.name if culture.hospital else "",
        region="" if unit == culture.region else words.say("hele regionen"),
        source=words.say(
            "Kilde: {wave}, lukket {day}.",
            wave=culture.wave.name,
            day=words.day(culture.wave.closes_on),
        ),
    )


def ends(culture: OwnCulture, words: Words) -> tuple[str, ...]:
    """The labels of the scale that most statements are answered on, from 0 to 100."""
    item = culture.topics[0].dimension.items[0]
    return words.of(culture.instrument.scale_of(item.id).labels)
