"""The plan of a milestone beside its due date, in sentences."""

from collections.abc import Iterator

from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.milestone import tolerance_days
from models.strategy.rule.why.course import Sum
from models.wording import Words


def plan_sentences(figures: Sum) -> Iterator[str]:
    """Yield the planned day, who confirmed it when, and the days it lies after the due date."""
    assessment, target, words = figures.assessment, figures.target, figures.words
    yield words.say(
        "Planen siger {planned}; den er bekræftet {confirmed}.",
        planned=words.day(assessment.planned),
        confirmed=words.day(assessment.confirmed_on),
    )
    slip, due = assessment.slip or 0, target.due
    if assessment.status is Status.MISSED:
        yield words.ngettext(
            "Det er {n} dag siden fristen, og det er ikke gennemført.",
            "Det er {n} dage siden fristen, og det er ikke gennemført.",
            slip,
        )
        return
    if slip <= 0 or due is None:
        yield words.say("Det er senest på fristen.")
        return
    yield words.ngettext("Det er {n} dag efter fristen.", "Det er {n} dage efter fristen.", slip)
    yield words.ngettext(
        "Indtil {n} dag for sent er i risiko, mere er bagud.",
        "Indtil {n} dage for sent er i risiko, mere er bagud.",
        tolerance_days(target, due, figures.rule),
    )


def plan_age(assessment: Assessment, words: Words) -> Iterator[str]:
    """Yield the effect of a plan that nobody has confirmed for long on the status."""
    match assessment.reason:
        case StatusReason.STALE:
            yield words.say("En plan, som ingen har bekræftet længe, kan ikke være grøn.")
        case StatusReason.STALE_RED_KEPT:
            yield words.say("Status er rød, indtil planen bekræftes eller flyttes.")
        case StatusReason.NOT_CONFIRMED:
            yield words.say("Planen er bekræftet for længe siden til en vurdering.")
        case _:
            return
