"""How a value, a target and a share are written, the same in charts, pages and the report."""

from models.charts.promises.signs import sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from models.strategy.target import Direction, IndicatorKind, Target
from models.wording import Words

DONE = 1.0
_PERCENT = frozenset({IndicatorKind.PERCENTAGE, IndicatorKind.SURVEY})


def figure(value: float | None, promise: CriterionStanding, words: Words) -> str:
    """A value of a promise, with its unit when that is short: "46 %", "3", "gennemført"."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is the one value unlike itself
        return "–"
    if _kind(promise) is IndicatorKind.MILESTONE:
        return words.say("gennemført") if value >= DONE else words.say("ikke gennemført")
    return words.number(value, 1) + ("\u00a0%" if _in_percent(promise) else "")


def share(value: float | None, words: Words) -> str:
    """A share of the planned change as a percentage, e.g. "56 %"."""
    return "–" if value is None else f"{words.number(100 * value, 0)}\u00a0%"


def late_word(promise: CriterionStanding, words: Words) -> str:
    """The word of the status; where a target was reached late, that it was, and by how much."""
    late = promise.assessment.days_late
    word = sign_word(sign_of(promise.assessment), words)
    return words.say("{word} {n} dage for sent", word=word, n=late) if late else word


def target_text(promise: CriterionStanding, words: Words) -> str:
    """The demand in words: "over 50 %", "mindst 3", "højst 200", "mellem 45 % og 55 %"."""
    target = promise.target
    if target is None:
        return words.say("ikke sat")
    if target.kind is IndicatorKind.MILESTONE:
        return words.say("gennemført")
    if target.direction is Direction.MAINTAIN:
        return _range(target, promise, words)
    if target.target is None:
        return words.say("ikke sat")
    return _limit(target, figure(target.target, promise, words), words)


def _limit(target: Target, aim: str, words: Words) -> str:
    if target.direction is Direction.DECREASE:
        return words.say("under {n}", n=aim) if target.strict else words.say("højst {n}", n=aim)
    return words.say("over {n}", n=aim) if target.strict else words.say("mindst {n}", n=aim)


def _range(target: Target, promise: CriterionStanding, words: Words) -> str:
    low, high = figure(target.low, promise, words), figure(target.high, promise, words)
    if target.low is None:
        return words.say("højst {n}", n=high)
    if target.high is None:
        return words.say("mindst {n}", n=low)
    return words.say("mellem {low} og {high}", low=low, high=high)


def _kind(promise: CriterionStanding) -> IndicatorKind:
    """An adopted target may have chosen another indicator than the proposed one."""
    return promise.target.kind if promise.target else promise.criterion.indicator.kind


def _in_percent(promise: CriterionStanding) -> bool:
    indicator, kind = promise.criterion.indicator, _kind(promise)
    return indicator.unit.startswith("%") if kind is indicator.kind else kind in _PERCENT
