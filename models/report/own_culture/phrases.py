"""What a unit's figures say and what they do not, in sentences a ward manager can read aloud."""

from math import ceil

from models.report.own_culture.own_culture import Change, OwnCulture, Reason, Talk, Topic
from models.wording import N_, Words
from survey.release.blocks import BOTTOM, TOP
from survey.release.figure import Figure
from survey.statistics.change import SMALLEST_ARROW

NBSP = "\u00a0"
_REASON = {
    Reason.BELOW_REGION: N_("Ligger længst under regionen, når usikkerheden regnes med."),
    Reason.LOWEST: N_("Er blandt det, der ligger lavest her."),
    Reason.ABOVE_REGION: N_("Ligger længst over regionen, når usikkerheden regnes med."),
    Reason.STRONGEST: N_("Er det, der står stærkest her."),
}
REVERSED = N_("Udsagnet er vendt: et højt tal betyder, at det sjældent passer.")


def points(mean: float | None, words: Words) -> str:
    """A mean as it may be said: open at both ends, for 100 would tell what everybody answered."""
    if mean is None or mean != mean:  # noqa: PLR0124 - NaN is the one value unlike itself
        return words.say("skjult")
    if mean <= BOTTOM:
        return words.say("højst {n}", n=BOTTOM)
    return words.say("mindst {n}", n=TOP) if mean >= TOP else words.number(mean, 0)


def figure(cell: Figure, words: Words) -> str:
    """A mean with its interval: "58 (52–64)"."""
    if cell.mean is None:
        return words.say("skjult")
    told, span = points(cell.mean, words), interval(cell)
    return told if span == "–" else f"{told} ({span})"


def interval(cell: Figure) -> str:
    """The ends of the 90 % interval: "52–64"; a dash when there is none."""
    if cell.low is None or cell.high is None:
        return "–"
    return f"{cell.low}–{cell.high}"


def signed(points_moved: float, words: Words) -> str:
    """A difference in whole points with its sign, a true minus: "+8", "−8"."""
    whole = round(points_moved)
    sign = "+" if whole > 0 else "−" if whole < 0 else ""
    return sign + words.number(abs(whole), 0)


def detectable(points_needed: float | None, words: Words) -> str:
    """How far a next wave would have to move to be seen; blank where it cannot be said."""
    if points_needed is None:
        return ""
    return words.say(
        "Med så mange svar skal tallet flytte sig mindst {n} point til næste gang, før det kan "
        "ses som en ændring.",
        n=max(ceil(points_needed), SMALLEST_ARROW),
    )


def moved(change: Change | None, words: Words) -> str:
    """A change in words; an arrow word only when it is both sure and large enough."""
    if change is None:
        return words.say("kan ikke sammenlignes")
    if not change.arrow:
        return words.say("kan ikke skelnes fra tilfældig variation")
    told = N_("steget {n} point") if change.arrow > 0 else N_("faldet {n} point")
    return words.say(told, n=words.number(abs(round(change.difference)), 0))


def change_headline(culture: OwnCulture, words: Words) -> str:
    """What has changed since the wave before, in one sentence."""
    if culture.regrouped:
        return words.say("Enheden er ikke sat sammen som sidst. Derfor sammenlignes der ikke.")
    if culture.before is None:
        return words.say("Det er den første undersøgelse, så der er ikke noget at sammenligne med.")
    arrows = [t.change.arrow for t in culture.topics if t.change is not None]
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


def reason(talk: Talk, words: Words) -> str:
    """Why this statement is worth talking about."""
    return words.say(_REASON[talk.reason])


def name_of(topic: Topic, words: Words) -> str:
    """The dimension's name in the reader's language."""
    return topic.dimension.name.get(words.language) or topic.dimension.name["da"]


def percent(value: float | None, words: Words) -> str:
    """A whole percentage: "72 %"; a dash when missing."""
    return "–" if value is None else f"{words.number(value, 0)}{NBSP}%"
