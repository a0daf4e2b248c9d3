"""Phrases about a unit's result for page and dialogue sheet: changes, reasons, hidden figures."""

from models.report.own_culture.own_culture import Change, OwnCulture, TalkingPoint, TalkingReason
from models.wording import N_, Words
from models.wording.figures import shown_instead, why_hidden
from survey.release.figure import Figure, WhyHidden

_REASON = {
    TalkingReason.BELOW_REGION: N_("Ligger længst under regionen, når usikkerheden regnes med."),
    TalkingReason.LOWEST: N_("Er blandt det, der ligger lavest her."),
    TalkingReason.ABOVE_REGION: N_("Ligger længst over regionen, når usikkerheden regnes med."),
    TalkingReason.STRONGEST: N_("Er det, der står stærkest her."),
}
REVERSED = N_("Udsagnet er vendt: et højt tal betyder, at det sjældent passer.")


def why_not_its_own(culture: OwnCulture, words: Words) -> str:
    """Why the figures are not the unit's own, and whose they are; blank when they are."""
    if culture.published_unit is None:
        return why_hidden(Figure(why=WhyHidden.NO_WHOLE), words)
    return shown_instead(culture.published_unit.name, words) if culture.hidden else ""


def moved(change: Change | None, words: Words) -> str:
    """A change in words; an arrow word only when it is both sure and large enough."""
    if change is None:
        return words.say("kan ikke sammenlignes")
    if not change.arrow:
        return words.say("kan ikke skelnes fra tilfældig variation")
    sentence = N_("steget {n} point") if change.arrow > 0 else N_("faldet {n} point")
    return words.say(sentence, n=words.number(abs(round(change.difference)), 0))


def change_headline(culture: OwnCulture, words: Words) -> str:
    """What has changed since the wave before, in one sentence."""
    if culture.regrouped:
        return words.say("Enheden er ikke sat sammen som sidst. Derfor sammenlignes der ikke.")
    if culture.before is None:
        return words.say("Det er den første undersøgelse, så der er ikke noget at sammenligne med.")
    arrows = [topic.change.arrow for topic in culture.topics if topic.change is not None]
    up, down = arrows.count(1), arrows.count(-1)
    if not up and not down:
        return words.say(
            "Ingen emner har ændret sig sikkert siden {wave}.", wave=culture.before.name
        )
    return words.say(
        "Siden {wave}: {up} af {n} emner er steget, {down} er faldet.",
        wave=culture.before.name,
        n=len(culture.topics),
        up=up,
        down=down,
    )


def reason(point: TalkingPoint, words: Words) -> str:
    """Why this statement is worth talking about."""
    return words.say(_REASON[point.reason])
