"""The reasons of a status in sentences: the rule with the numbers in it."""

from collections.abc import Iterator

from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.before_due import EARLY_SHARE, OFF_TRACK_SHARE, ON_TRACK_SHARE
from models.strategy.rule.words import REASON_WORD, status_word
from models.strategy.target import Direction, IndicatorKind, Target
from models.wording import Words

OUTCOMES = (Status.ACHIEVED, Status.MISSED)


def explain(assessment: Assessment, target: Target | None, words: Words) -> tuple[str, ...]:
    """Return the sentences of "Hvorfor?": status, target, measurement, formula, effect of age."""
    sentences = [_headline(assessment, words)]
    if target is not None:
        sentences += _adopted(target, words)
    sentences += _measured(assessment, words)
    sentences += filter(None, [low_response(assessment, words)])
    if target is not None:
        sentences += _weighed(assessment, target, words)
    sentences += _afterthoughts(assessment, words)
    return tuple(sentences)


def low_response(assessment: Assessment, words: Words) -> str:
    """Return the warning of a value that less than half answered for; blank otherwise."""
    if assessment.response is None or not assessment.low_response:
        return ""
    return words.say(
        "Kun {share} % af dem, der kunne svare, har svaret. De andre kan se anderledes på det.",
        share=words.number(100 * assessment.response),
    )


def _headline(assessment: Assessment, words: Words) -> str:
    return words.say(
        "{status}: {reason}.",
        status=words.say(status_word(assessment)),
        reason=words.say(REASON_WORD[assessment.reason]),
    )


def _adopted(target: Target, words: Words) -> Iterator[str]:
    """Yield the sentences on baseline and target, as far as they are adopted."""
    if target.direction is Direction.MAINTAIN:
        yield words.say(
            "Værdien skal holdes mellem {low} og {high}; indtil {tolerance} uden for er i risiko.",
            low=words.number(target.low),
            high=words.number(target.high),
            tolerance=words.number(target.tolerance),
        )
        return
    if target.baseline is not None:
        yield words.say(
            "Udgangspunktet er {baseline} den {day}.",
            baseline=words.number(target.baseline),
            day=words.day(target.baseline_on),
        )
    if target.target is not None:
        yield _goal(target, words)


def _goal(target: Target, words: Words) -> str:
    goal, due = words.number(target.target), words.day(target.due)
    if target.kind is IndicatorKind.MILESTONE:
        return words.say("Det skal være gjort senest den {due}.", due=due)
    if target.strict and target.direction is Direction.INCREASE:
        return words.say("Målet er over {target} senest den {due}.", target=goal, due=due)
    if target.strict:
        return words.say("Målet er under {target} senest den {due}.", target=goal, due=due)
    return words.say("Målet er {target} senest den {due}.", target=goal, due=due)


def _measured(assessment: Assessment, words: Words) -> Iterator[str]:
    if assessment.value is None:
        yield words.say("Der er ingen måling.")
        return
    yield words.say(
        "Målingen er {value} og beskriver den {day}.",
        value=words.number(assessment.value, 2),
        day=words.day(assessment.ref),
    )
    if assessment.low is not None:
        yield words.say(
            "Med 95 % sikkerhed ligger den mellem {low} og {high}.",
            low=words.number(assessment.low),
            high=words.number(assessment.high),
        )


def _weighed(assessment: Assessment, target: Target, words: Words) -> Iterator[str]:
    """Yield the sentences that compare the measurement with the target."""
    if assessment.outside is not None:
        yield words.say("Den ligger {outside} uden for.", outside=words.number(assessment.outside))
    elif assessment.status in OUTCOMES:
        yield from _outcome(assessment, target, words)
    elif assessment.expected is not None:
        yield from _course(assessment, target, words)


def _course(assessment: Assessment, target: Target, words: Words) -> Iterator[str]:
    """Yield the formula: the value expected that day, the shares, and the two thresholds."""
    gaps = {"baseline": words.number(target.baseline), "target": words.number(target.target)}
    yield words.say(
        "Forventet den dag: {expected}, på den vedtagne vej fra {baseline} til {target}.",
        expected=words.number(assessment.expected, 2),
        **gaps,
    )
    if assessment.share_expected is None or assessment.share_achieved is None:
        return
    yield words.say(
        "Forventet andel: ({expected} − {baseline}) / ({target} − {baseline}) = {share} %.",
        expected=words.number(assessment.expected, 2),
        share=words.number(100 * assessment.share_expected),
        **gaps,
    )
    yield words.say(
        "Gået andel: ({value} − {baseline}) / ({target} − {baseline}) = {share} %.",
        value=words.number(assessment.value, 2),
        share=words.number(100 * assessment.share_achieved),
        **gaps,
    )
    if assessment.line_on_track is None:
        yield words.say(
            "Under {early} % af vejen kan intet skelnes fra tilfældigheder.",
            early=words.number(100 * EARLY_SHARE),
        )
        return
    yield words.say(
        "Grænsen for på sporet er {green} ({green_share} % af det forventede).",
        green=words.number(assessment.line_on_track, 2),
        green_share=words.number(100 * ON_TRACK_SHARE),
    )
    yield words.say(
        "Grænsen for bagud er {red} ({red_share} % af det forventede).",
        red=words.number(assessment.line_off_track, 2),
        red_share=words.number(100 * OFF_TRACK_SHARE),
    )
    if target.tolerance:
        yield words.say(
            "Begge grænser er lempet med tolerancen {tolerance}.",
            tolerance=words.number(target.tolerance),
        )
    if assessment.low is not None:
        yield words.say(
            "Bagud kræver sikkerhed: også den bedste ende af intervallet skal ligge bag den linje."
        )


def _outcome(assessment: Assessment, target: Target, words: Words) -> Iterator[str]:
    """Yield the sentences on the value that decided after the due date."""
    if assessment.status is Status.MISSED and target.strict:
        yield words.say("Præcis på målet er ikke nok: det skal overgås.")
    if assessment.days_late:
        yield words.say("Målet blev nået {days} dage efter fristen.", days=assessment.days_late)
    if assessment.certain is True:
        yield words.say("Udfaldet er sikkert: intervallet rører ikke målet.")
    if assessment.certain is False:
        yield words.say("Udfaldet er usikkert: målet ligger inden for intervallet.")


def _afterthoughts(assessment: Assessment, words: Words) -> Iterator[str]:
    """Yield the effect of an old or missing measurement on the status."""
    match assessment.reason:
        case StatusReason.STALE if assessment.status is Status.NO_DATA:
            yield words.say("En måling så gammel siger ikke længere noget.")
        case StatusReason.STALE:
            yield words.say("En ældre måling kan ikke være grøn.")
        case StatusReason.STALE_RED_KEPT:
            yield words.say("Tavshed gør ikke en rød status bedre.")
        case StatusReason.OVERDUE_NO_MEASUREMENT:
            yield words.say("Et løfte, der forfalder uden dokumentation, tæller som rødt.")
        case StatusReason.SAMPLE_TOO_SMALL:
            yield words.say("Færre end 30 gyldige svar kan ikke bære en vurdering.")
        case _:
            return
