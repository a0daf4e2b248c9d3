"""Values, targets and shares as text, the same in charts, pages and the report."""

from models.charts.promises.signs import sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from models.strategy.target import DONE, PERCENT_KINDS, Direction, IndicatorKind, Target
from models.wording import Words


def figure(value: float | None, standing: CriterionStanding, words: Words) -> str:
    """Return a value of a criterion, with a short unit: "46 %", "3", "gennemført"; missing "–"."""
    if value is None or value != value:  # noqa: PLR0124 - NaN is the one value unlike itself
        return "–"
    if _kind(standing) is IndicatorKind.MILESTONE:
        return words.say("gennemført") if value >= DONE else words.say("ikke gennemført")
    return words.number(value, 1) + ("\u00a0%" if _in_percent(standing) else "")


def share(value: float | None, words: Words) -> str:
    """Return a share of the planned change as a percentage, e.g. "56 %"."""
    return "–" if value is None else f"{words.number(100 * value, 0)}\u00a0%"


def late_word(standing: CriterionStanding, words: Words) -> str:
    """Return the word of the status; of a target reached late with the days it was late."""
    late = standing.assessment.days_late
    word = sign_word(sign_of(standing.assessment), words)
    return words.say("{word} {n} dage for sent", word=word, n=late) if late else word


def target_text(standing: CriterionStanding, words: Words) -> str:
    """Return the target in words: "over 50 %", "mindst 3", "højst 200", "mellem 45 % og 55 %"."""
    target = standing.target
    if target is None:
        return words.say("ikke sat")
    if target.kind is IndicatorKind.MILESTONE:
        return words.say("gennemført")
    if target.direction is Direction.MAINTAIN:
        return _range(target, standing, words)
    if target.target is None:
        return words.say("ikke sat")
    return _limit(target, figure(target.target, standing, words), words)


def _limit(target: Target, aim: str, words: Words) -> str:
    if target.direction is Direction.DECREASE:
        return words.say("under {n}", n=aim) if target.strict else words.say("højst {n}", n=aim)
    return words.say("over {n}", n=aim) if target.strict else words.say("mindst {n}", n=aim)


def _range(target: Target, standing: CriterionStanding, words: Words) -> str:
    low, high = figure(target.low, standing, words), figure(target.high, standing, words)
    if target.low is None:
        return words.say("højst {n}", n=high)
    if target.high is None:
        return words.say("mindst {n}", n=low)
    return words.say("mellem {low} og {high}", low=low, high=high)


def _kind(standing: CriterionStanding) -> IndicatorKind:
    """Return the kind of the target, which may differ from that of the proposed indicator."""
    return standing.target.kind if standing.target else standing.criterion.indicator.kind


def _in_percent(standing: CriterionStanding) -> bool:
    indicator, kind = standing.criterion.indicator, _kind(standing)
    return indicator.unit.startswith("%") if kind is indicator.kind else kind in PERCENT_KINDS
