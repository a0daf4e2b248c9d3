"""The reasons of a status in sentences: the rule with the numbers in it."""

from collections.abc import Iterator
from functools import partial

from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.forecast import Forecast
from models.strategy.rule.override import OverrideInForce
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.rule.why.beside import beside
from models.strategy.rule.why.course import Sum, course
from models.strategy.rule.why.outcome import holding, outcome, window
from models.strategy.rule.why.plan import plan_age, plan_sentences
from models.strategy.rule.why.prospect import prospect
from models.strategy.rule.words import REASON_WORD, status_word
from models.strategy.target import DONE, Direction, IndicatorKind, Target
from models.wording import Words
from models.wording.decimals import MOST_DECIMALS

OUTCOMES = (Status.ACHIEVED, Status.MISSED)
UNDECIDED = (StatusReason.AWAITING_MEASUREMENT, StatusReason.OVERDUE_NO_MEASUREMENT)


def explain(
    assessment: Assessment,
    target: Target | None,
    words: Words,
    *,
    unit: str = "",
    forecast: Forecast | None = None,
    override: OverrideInForce | None = None,
    rule: Rule = CURRENT,
) -> tuple[str, ...]:
    """Return the sentences of "Hvorfor?": status, target, measurement, sum, effect of age.

    Then, where there are any, those of the forecast and of a status that people set.
    unit: after a value that is no percentage, and after a difference of two, e.g. "dage".
    """
    figures = Sum(assessment, target, words, unit, rule) if target else None
    sentences = [_headline(assessment, words)]
    if figures is not None:
        sentences += _adopted(figures)
    sentences += _measured(assessment, figures, words)
    sentences.append(low_response(assessment, words))
    if figures is not None and target is not None:
        sentences.append(answers_missing(assessment, target, words, rule))
        sentences += _compared(figures)
        if assessment.reason in UNDECIDED:
            sentences.append(window(target, words, rule))
    of_plan = assessment.planned is not None
    sentences += plan_age(assessment, words) if of_plan else _afterthoughts(assessment, words, rule)
    if figures is not None and forecast is not None:
        sentences += prospect(forecast, figures)
    if override is not None:
        sentences.append(beside(override, assessment, words))
    return tuple(filter(None, sentences))


def low_response(assessment: Assessment, words: Words) -> str:
    """Return the warning of a value that less than half answered for; blank otherwise."""
    if assessment.response is None or not assessment.low_response:
        return ""
    return words.say(
        "Kun {share} % af dem, der kunne svare, har svaret. De andre kan se anderledes på det.",
        share=words.number(100 * assessment.response),
    )


def answers_missing(
    assessment: Assessment, target: Target, words: Words, rule: Rule = CURRENT
) -> str:
    """Return what a survey's value lacks that decides nothing since nobody said how many answered.

    Blank otherwise.
    """
    lacking = assessment.value is not None and assessment.answers is None
    decides = assessment.status is not Status.NO_DATA
    if decides or not lacking or target.kind is not IndicatorKind.SURVEY:
        return ""
    return words.say(
        "Målingen tæller ikke, for antallet af svar mangler. Skriv den igen med antallet af svar: "
        "under {n} svar er for få.",
        n=rule.min_n_survey,
    )


def _headline(assessment: Assessment, words: Words) -> str:
    match assessment.reason:
        case StatusReason.ON_TIME:
            return words.say("Nået til tiden.")
        case StatusReason.LATE:
            return words.say("{status}.", status=words.say(status_word(assessment)))
    return words.say(
        "{status}: {reason}.",
        status=words.say(status_word(assessment)),
        reason=words.say(REASON_WORD[assessment.reason]),
    )


def _adopted(figures: Sum) -> Iterator[str]:
    """Yield the sentences on baseline and target, as far as they are adopted."""
    target, words = figures.target, figures.words
    if target.direction is Direction.MAINTAIN:
        yield words.say(
            "Værdien skal holdes mellem {low} og {high}; indtil {tolerance} uden for er i risiko.",
            low=figures.as_set(target.low),
            high=figures.as_set(target.high),
            tolerance=figures.difference(words.number(target.tolerance, MOST_DECIMALS)),
        )
        return
    if target.baseline is not None and target.kind is not IndicatorKind.MILESTONE:
        yield words.say(
            "Udgangspunktet er {baseline} den {day}.",
            baseline=figures.as_set(target.baseline),
            day=words.day(target.baseline_on),
        )
    if target.target is not None:
        yield _goal(figures)


def _goal(figures: Sum) -> str:
    target, words = figures.target, figures.words
    goal, due = figures.as_set(target.target), words.day(target.due)
    if target.kind is IndicatorKind.MILESTONE:
        return words.say("Det skal være gjort senest den {due}.", due=due)
    if target.strict and target.direction is Direction.INCREASE:
        return words.say("Målet er over {target} senest den {due}.", target=goal, due=due)
    if target.strict:
        return words.say("Målet er under {target} senest den {due}.", target=goal, due=due)
    return words.say("Målet er {target} senest den {due}.", target=goal, due=due)


def _measured(assessment: Assessment, figures: Sum | None, words: Words) -> Iterator[str]:
    if assessment.value is None and assessment.planned is not None:
        return
    if assessment.value is None:
        yield words.say("Der er ingen måling.")
        return
    if figures and figures.target.kind is IndicatorKind.MILESTONE:
        done = assessment.value >= DONE
        state = words.say("gennemført") if done else words.say("ikke gennemført")
        yield words.say("Den {day} var det {state}.", day=words.day(assessment.ref), state=state)
        return
    value = figures.value if figures else partial(words.number, decimals=2)
    yield words.say(
        "Målingen er {value} og gælder den {day}.",
        value=value(assessment.value),
        day=words.day(assessment.ref),
    )
    if figures and assessment.low is not None:
        low, high = figures.span
        yield words.say("Med 95 % sikkerhed ligger den mellem {low} og {high}.", low=low, high=high)


def _compared(figures: Sum) -> Iterator[str]:
    """Yield the sentences that compare the measurement with the target."""
    assessment = figures.assessment
    if assessment.planned is not None:
        yield from plan_sentences(figures)
    elif assessment.status in OUTCOMES:
        yield from outcome(figures)
    elif assessment.outside is not None:
        yield from holding(figures)
    elif assessment.expected is not None:
        yield from course(figures)


def _afterthoughts(assessment: Assessment, words: Words, rule: Rule) -> Iterator[str]:
    """Yield the effect of an old or missing measurement on the status."""
    match assessment.reason:
        case StatusReason.STALE if assessment.status is Status.NO_DATA:
            yield words.say("Målingen er for gammel til en vurdering.")
        case StatusReason.STALE:
            yield words.say("En ældre måling kan ikke være grøn.")
        case StatusReason.STALE_RED_KEPT:
            yield words.say("Status er rød, indtil der kommer en ny måling.")
        case StatusReason.OVERDUE_NO_MEASUREMENT:
            yield words.say("Når fristen går ud uden dokumentation, tæller løftet som rødt.")
        case StatusReason.SAMPLE_TOO_SMALL if assessment.answers is not None:
            yield words.say(
                "Færre gyldige svar end {n} er for få til en vurdering.", n=rule.min_n_survey
            )
        case _:
            return
