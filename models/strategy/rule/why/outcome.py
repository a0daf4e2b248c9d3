"""The comparison behind a status after the due date, or of a range to be held, in sentences."""

from collections.abc import Iterator

from models.strategy.rule.after_due import deciding_days
from models.strategy.rule.assessment import Assessment, Status
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.rule.why.course import Sum
from models.strategy.target import DONE, NEGLIGIBLE, Direction, IndicatorKind, Target
from models.wording import Words


def outcome(figures: Sum) -> Iterator[str]:
    """Yield the sentences on the value that decided: "65,1 er mindst 63, altså nået."."""
    assessment, words = figures.assessment, figures.words
    if assessment.due_value is not None:
        yield words.say(
            "Ved fristen var {value} ({day}) ikke {limit}.",
            value=figures.value(assessment.due_value),
            day=words.day(assessment.due_ref),
            limit=figures.limit,
        )
    yield _comparison(figures)
    if assessment.status is Status.MISSED and _exactly(figures):
        yield words.say("Præcis på målet er ikke nok: målet skal overskrides.")
    if assessment.days_late:
        yield words.ngettext(
            "Målet blev nået {n} dag efter fristen.",
            "Målet blev nået {n} dage efter fristen.",
            assessment.days_late,
        )
    if assessment.certain is True:
        yield words.say("Udfaldet er sikkert: målet ligger uden for intervallet.")
    if assessment.certain is False:
        yield words.say("Udfaldet er usikkert: målet ligger inden for intervallet.")


def _comparison(figures: Sum) -> str:
    assessment, target, words = figures.assessment, figures.target, figures.words
    if target.kind is IndicatorKind.MILESTONE and target.target == DONE:
        if assessment.status is Status.ACHIEVED:
            return words.say("Det er gennemført, altså nået.")
        return words.say("Det er ikke gennemført, altså ikke nået.")
    value, limit = figures.value(assessment.value), figures.limit
    if assessment.status is Status.ACHIEVED:
        return words.say("{value} er {limit}, altså nået.", value=value, limit=limit)
    if _exactly(figures):
        return words.say("{value} er ikke {limit}, altså ikke nået.", value=value, limit=limit)
    gap = figures.gap(nearest_limit(assessment, target))
    if target.direction is Direction.MAINTAIN:
        return words.say("{value} ligger {gap} uden for, altså ikke nået.", value=value, gap=gap)
    return words.say(
        "{value} er ikke {limit}, altså ikke nået: der mangler {gap}.",
        value=value,
        limit=limit,
        gap=gap,
    )


def _exactly(figures: Sum) -> bool:
    """Whether the value is the target itself, which a strict target does not accept."""
    value, aim = figures.assessment.value, figures.target.target
    return value is not None and aim is not None and abs(value - aim) <= NEGLIGIBLE


def nearest_limit(assessment: Assessment, target: Target) -> float | None:
    """Return the target, or of a range to be held the end that the value lies outside of."""
    if target.direction is not Direction.MAINTAIN:
        return target.target
    below = target.low is not None and (assessment.value or 0.0) < target.low
    return target.low if below else target.high


def holding(figures: Sum) -> Iterator[str]:
    """Yield the comparison of a value with the range to be held, before any due date."""
    assessment, target, words = figures.assessment, figures.target, figures.words
    value, limit = figures.value(assessment.value), figures.limit
    if not assessment.outside:
        yield words.say("{value} er {limit}, altså på sporet den dag.", value=value, limit=limit)
        return
    gap = figures.gap(nearest_limit(assessment, target))
    if assessment.outside <= target.tolerance + NEGLIGIBLE:
        yield words.say(
            "{value} ligger {gap} uden for, inden for tolerancen {tolerance}: "
            "altså i risiko den dag.",
            value=value,
            gap=gap,
            tolerance=figures.difference(figures.number(target.tolerance)),
        )
        return
    tolerance = figures.difference(figures.number(target.tolerance))
    if assessment.status is Status.OFF_TRACK:
        yield words.say(
            "{value} ligger {gap} uden for, mere end tolerancen {tolerance}: altså bagud den dag.",
            value=value,
            gap=gap,
            tolerance=tolerance,
        )
        return
    yield words.say(
        "{value} ligger {gap} uden for, mere end tolerancen {tolerance}, men intervallet når ind: "
        "altså i risiko den dag.",
        value=value,
        gap=gap,
        tolerance=tolerance,
    )


def window(target: Target, words: Words, rule: Rule = CURRENT) -> str:
    """Return the sentence on the days whose measurement decides.

    Nothing without a due date, nor for a target that stays reached: any day may reach that.
    """
    if target.due is None or target.lasting:
        return ""
    first, last = deciding_days(target, target.due, rule)
    return words.say(
        "Løftet afgøres af en måling for en dag fra {first} til {last}. En senere måling kan "
        "kun give nået for sent.",
        first=words.day(first),
        last=words.day(last),
    )
