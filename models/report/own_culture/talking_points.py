"""Which three statements a unit should talk about: a stated rule, the same for every unit."""

from collections.abc import Callable, Iterable

from models.report.own_culture.own_culture import Reason, Statement, Talk, Topic

# Two that could be better, one to build on.
TO_LIFT, TO_BUILD_ON = 2, 1


def talks(topics: Iterable[Topic]) -> tuple[Talk, ...]:
    """Two statements to lift and one to build on, each from a dimension of its own.

    To lift: farthest below the region, measured against the uncertainty of their dimension; where
    nothing lies below, the lowest. To build on: likewise above; where nothing lies above, the
    highest. A statement without a released figure is never chosen; of equals the first asked.
    """
    topics = tuple(topics)
    strength = {t.dimension.id: _uncertainty(t) for t in topics}
    there = [s for t in topics for s in t.statements if _own(s) is not None]
    chosen: list[Talk] = []

    def evidence(statement: Statement) -> float:
        region = statement.beside.region
        own = _own(statement)
        if own is None or region.mean is None:
            return 0.0
        return (own - region.mean) / strength[statement.dimension.id]

    def own_mean(statement: Statement) -> float:
        return _own(statement) or 0.0

    def choose(many: int, side: int, beside: Reason, alone: Reason) -> None:
        for _ in range(many):
            taken = {talk.statement.dimension.id for talk in chosen}
            left = [s for s in there if s.dimension.id not in taken]
            if not left:
                return
            first = _extreme(left, evidence, side)
            if side * evidence(first) > 0:
                chosen.append(Talk(first, beside))
            else:
                chosen.append(Talk(_extreme(left, own_mean, side), alone))

    choose(TO_LIFT, -1, Reason.BELOW_REGION, Reason.LOWEST)
    choose(TO_BUILD_ON, 1, Reason.ABOVE_REGION, Reason.STRONGEST)
    return tuple(chosen)


def _extreme(
    statements: list[Statement], value: Callable[[Statement], float], side: int
) -> Statement:
    return max(statements, key=lambda statement: side * value(statement))


def _own(statement: Statement) -> int | None:
    return statement.beside.own.mean


def _uncertainty(topic: Topic) -> float:
    """Half the width of the dimension's interval, at least a point: whole numbers know no less."""
    own = topic.beside.own
    if own.low is None or own.high is None:
        return 1.0
    return max((own.high - own.low) / 2, 1.0)
