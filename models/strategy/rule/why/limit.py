"""A target as a limit in words, the same in the sum behind a status, in charts and on paper."""

from collections.abc import Callable

from models.strategy.target import Direction, Target
from models.wording import Words


def limit_text(target: Target, number: Callable[[float | None], str], words: Words) -> str:
    """Return a target as a limit: "over 50", "mindst 63", "højst 200", "mellem 95 og 100".

    number: writes a value as the reader shall see it, with its unit where it has one.
    """
    if target.direction is Direction.MAINTAIN:
        return _range(target, number, words)
    aim = number(target.target)
    if target.direction is Direction.DECREASE:
        return words.say("under {n}", n=aim) if target.strict else words.say("højst {n}", n=aim)
    return words.say("over {n}", n=aim) if target.strict else words.say("mindst {n}", n=aim)


def _range(target: Target, number: Callable[[float | None], str], words: Words) -> str:
    low, high = number(target.low), number(target.high)
    if target.low is None:
        return words.say("højst {n}", n=high)
    if target.high is None:
        return words.say("mindst {n}", n=low)
    return words.say("mellem {low} og {high}", low=low, high=high)
