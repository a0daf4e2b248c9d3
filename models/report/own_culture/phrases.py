"""Phrases about a unit's result for page and dialogue sheet: changes, reasons, hidden figures."""

from datetime import date

from models.agreed_action import AgreedAction
from models.report.own_culture.own_culture import (
    Change,
    OwnCulture,
    Statement,
    TalkingPoint,
    TalkingReason,
)
from models.wording import N_, Words
from models.wording.figures import mean, shown_instead, why_hidden
from models.wording.measures import short_name
from models.wording.movement import movements, size_in_words
from survey.release.figure import Figure, WhyHidden

_REASON = {
    TalkingReason.BELOW_REGION: N_("Ligger længst under regionen, når usikkerheden regnes med."),
    TalkingReason.LOWEST: N_("Ligger blandt de laveste her."),
    TalkingReason.ABOVE_REGION: N_("Ligger længst over regionen, når usikkerheden regnes med."),
    TalkingReason.STRONGEST: N_("Ligger højest her."),
}
REVERSED = N_("Tallet er vendt, så højt er godt: udsagnet passer sjældent.")


def why_not_its_own(culture: OwnCulture, words: Words) -> str:
    """The reason for figures of another unit, and the unit's name; blank when they are its own."""
    if culture.published_unit is None:
        return why_hidden(Figure(why=WhyHidden.NO_WHOLE), words)
    return shown_instead(culture.published_unit.name, words) if culture.hidden else ""


def figures_label(culture: OwnCulture, words: Words) -> str:
    """The label of the figures: the unit's own, or the name of the unit they are of instead."""
    if culture.unit == culture.region:
        return words.say("Regionen")
    if culture.published_unit is None or not culture.hidden:
        return words.say("Enheden")
    return culture.published_unit.name


def beside_region(statement: Statement, culture: OwnCulture, words: Words) -> str:
    """A statement's mean with whose it is, beside the region's: "Enheden: 49 · regionen: 52"."""
    figures = statement.figures
    own = words.say(
        "{unit}: {own}", unit=figures_label(culture, words), own=mean(figures.own, words)
    )
    if culture.published_unit == culture.region:
        return own
    region = mean(figures.region, words)
    return words.say("{own} · regionen: {region}", own=own, region=region)


def deadline(action: AgreedAction, today: date, words: Words) -> str:
    """Return when an agreed action is to be done, with the days left, or when it was done."""
    if action.done_on is not None:
        return words.say("Gjort {day}.", day=words.day(action.done_on))
    due, days = words.day(action.due_on), action.days_left(today)
    match days:
        case 0:
            return words.say("Frist {due}: i dag.", due=due)
        case 1:
            return words.say("Frist {due}: i morgen.", due=due)
        case -1:
            return words.say("Frist {due}: i går.", due=due)
        case _ if days > 0:
            return words.say("Frist {due}: om {n} dage.", due=due, n=days)
        case _:
            return words.say("Frist {due}: for {n} dage siden.", due=due, n=-days)


def moved(change: Change | None, words: Words) -> str:
    """A change in words, that it rose or fell only when it is sure."""
    if change is None:
        return words.say("kan ikke sammenlignes")
    return size_in_words(change.movement, change.difference, words)


def change_headline(culture: OwnCulture, words: Words) -> str:
    """The rises and falls since the wave before, or the reason not to compare."""
    if culture.regrouped:
        return words.say("Enheden er ikke sat sammen som sidst. Derfor sammenlignes der ikke.")
    if culture.before is None:
        return words.say("Det er den første undersøgelse, så der er ikke noget at sammenligne med.")
    topics = [
        (short_name(topic.dimension, words), topic.change.movement)
        for topic in culture.topics
        if topic.change is not None
    ]
    whole = culture.index_change.movement if culture.index_change else None
    return words.say(
        "Siden {wave}, når enhedens egne tal ses for sig: {moves}",
        wave=culture.before.name,
        moves=movements(whole, topics, words),
    )


def reason(point: TalkingPoint, words: Words) -> str:
    """The reason to talk about a statement, in a sentence."""
    return words.say(_REASON[point.reason])
