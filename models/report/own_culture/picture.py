"""A unit's dimensions as the chart wants them, on the screen and on the dialogue sheet."""

from models.charts.culture.dimension_words import Company, Dot
from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import figure, name_of
from models.wording import Words


def dots(culture: OwnCulture, words: Words) -> tuple[Dot, ...]:
    """One a dimension, as asked; what follows a colon in its name is left out."""
    return tuple(
        Dot(
            name=name_of(topic, words).split(":")[0],
            figure=figure(topic.beside.own, words),
            mean=topic.beside.own.mean,
            low=topic.beside.own.low,
            high=topic.beside.own.high,
            hospital=topic.beside.hospital.mean,
            region=topic.beside.region.mean,
            stands=topic.beside.stands,
        )
        for topic in culture.topics
    )


def company(culture: OwnCulture, words: Words) -> Company:
    """Whose dots they are, and where they come from."""
    shown = culture.shown or culture.unit
    return Company(
        unit=shown.name,
        hospital=culture.hospital.name if culture.hospital else "",
        region="" if shown == culture.region else words.say("hele regionen"),
        source=words.say(
            "Kilde: {wave}, lukket {day}.",
            wave=culture.wave.name,
            day=words.day(culture.wave.closes_on),
        ),
    )


def ends(culture: OwnCulture, words: Words) -> tuple[str, ...]:
    """The labels of the scale that most statements are answered on, from 0 to 100."""
    labels = culture.instrument.scale_of(culture.topics[0].dimension.items[0].id).labels
    return labels.get(words.language) or labels["da"]
