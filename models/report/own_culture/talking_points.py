"""The rule that picks three statements for a unit to talk about, the same for every unit."""

from collections.abc import Callable, Iterable

from models.report.own_culture.own_culture import Statement, TalkingPoint, TalkingReason, Topic

# Two that could be better, one to build on.
TO_LIFT, TO_BUILD_ON = 2, 1


def talking_points(topics: Iterable[Topic]) -> tuple[TalkingPoint, ...]:
    """Two statements to lift and one to build on, each from a dimension of its own.

    To lift: farthest below the region, measured against the uncertainty of their dimension; where
    nothing lies below, the lowest. To build on: likewise above; where nothing lies above, the
    highest. A statement without a released figure is never chosen; of equals the first asked.
    """
    topics = tuple(topics)
    strength = {topic.dimension.id: _uncertainty(topic) for topic in topics}
    there = [
        statement
        for topic in topics
        for statement in topic.statements
        if _own(statement) is not None
    ]
    chosen: list[TalkingPoint] = []

    def evidence(statement: Statement) -> float:
        region = statement.figures.region
        own = _own(statement)
        if own is None or region.mean is None:
            return 0.0
        return (own - region.mean) / strength[statement.dimension.id]

    def own_mean(statement: Statement) -> float:
        return _own(statement) or 0.0

    def choose(many: int, side: int, compared: TalkingReason, alone: TalkingReason) -> None:
        for _ in range(many):
            used = {point.statement.dimension.id for point in chosen}
            left = [statement for statement in there if statement.dimension.id not in used]
            if not left:
                return
            first = _extreme(left, evidence, side)
            if side * evidence(first) > 0:
                chosen.append(TalkingPoint(first, compared))
            else:
                chosen.append(TalkingPoint(_extreme(left, own_mean, side), alone))

    choose(TO_LIFT, -1, TalkingReason.BELOW_REGION, TalkingReason.LOWEST)
    choose(TO_BUILD_ON, 1, TalkingReason.ABOVE_REGION, TalkingReason.STRONGEST)
    return tuple(chosen)


def _extreme(
    statements: list[Statement], value: Callable[[Statement], float], side: int
) -> Statement:
    return max(statements, key=lambda statement: side * value(statement))


def _own(statement: Statement) -> int | None:
    return statement.figures.own.mean


def _uncertainty(topic: Topic) -> float:
    """Half the width of the dimension's interval, at least the point that rounding may hide."""
    own = topic.figures.own
    if own.low is None or own.high is None:
        return 1.0
    return max((own.high - own.low) / 2, 1.0)
