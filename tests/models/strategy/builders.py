"""Targets and observations in one line each; days are written as text."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from models.strategy.observation import Observation
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Assessment
from models.strategy.target import Direction, Frequency, IndicatorKind, PathShape, Target


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def a_target(**changes: Any) -> Target:
    """Innovation agents of Region Hovedstaden: 5 % at the end of 2013, more than 50 % in 2017."""
    agents: dict[str, Any] = {
        "criterion_id": "HOV-T2-C9",
        "kind": IndicatorKind.PERCENTAGE,
        "direction": Direction.INCREASE,
        "baseline": 5.0,
        "baseline_on": "2013-12-31",
        "target": 50.0,
        "due": "2017-12-31",
        "strict": True,
        "set_on": "2013-06-01",
    }
    agents |= changes
    agents["kind"] = IndicatorKind(agents["kind"])
    agents["direction"] = Direction(agents["direction"])
    for name in ("baseline_on", "due", "set_on"):
        agents[name] = day(agents[name])
    agents["points"] = tuple((day(on), value) for on, value in agents.get("points", ()))
    return Target(**agents)


def a_level(**changes: Any) -> Target:
    """The same without "more than"."""
    return a_target(**({"strict": False} | changes))


def lead_time(**changes: Any) -> Target:
    """Days from idea to use: 400 down to 200 by the end of 2020."""
    base = {
        "kind": IndicatorKind.INDEX,
        "direction": Direction.DECREASE,
        "baseline": 400.0,
        "target": 200.0,
        "due": "2020-12-31",
    }
    return a_level(**(base | changes))


def a_range(**changes: Any) -> Target:
    """To be held between 95 and 100, two points outside at most."""
    base = {
        "direction": Direction.MAINTAIN,
        "baseline": None,
        "baseline_on": None,
        "target": None,
        "due": None,
        "tolerance": 2.0,
        "low": 95.0,
        "high": 100.0,
    }
    return a_level(**(base | changes))


def a_survey(**changes: Any) -> Target:
    """Asked every second year: 50 % in January 2011, 60 % by the end of 2014."""
    base = {
        "kind": IndicatorKind.SURVEY,
        "baseline": 50.0,
        "baseline_on": "2011-01-31",
        "target": 60.0,
        "due": "2014-12-31",
        "frequency": Frequency.BIENNIAL,
    }
    return a_level(**(base | changes))


def a_count(**changes: Any) -> Target:
    """A count that only grows: two by the end of 2017."""
    base = {
        "kind": IndicatorKind.COUNT,
        "baseline": 0.0,
        "baseline_on": "2012-12-31",
        "target": 2.0,
        "sticky": True,
    }
    return a_level(**(base | changes))


def stairs(**changes: Any) -> Target:
    """Interim points 20 at the end of 2015 and 50 at the end of 2017."""
    points = (("2015-12-31", 20.0), ("2017-12-31", 50.0))
    return a_level(**({"points": points, "shape": PathShape.STEP} | changes))


def saw(ref: str, value: float, recorded: str | None = None, **more: Any) -> Observation:
    """An observation, entered on the day it describes unless said otherwise."""
    on, entered = date.fromisoformat(ref), date.fromisoformat(recorded or ref)
    return Observation("HOV-T2-C9", on, value, entered, **more)


def poll(ref: str, k: int, n: int, population: int | None = None) -> Observation:
    """A survey result."""
    return saw(ref, 100 * k / n, k=k, n=n, population=population)


def stand(
    target: Target | None, *observations: Observation, on: str, knowledge_date: str | None = None
):
    """The assessment of a target, with days written as text."""
    return assess(
        target, observations, as_of=date.fromisoformat(on), knowledge_date=day(knowledge_date)
    )


def codes(assessment: Assessment) -> tuple[str, str]:
    return assessment.status.value, assessment.reason.value


def differences(assessment: Assessment, figures: Mapping[str, object]) -> dict[str, object]:
    """The figures that are not as they should be, to four decimals."""
    actual = {name: getattr(assessment, name) for name in figures}
    return {name: value for name, value in actual.items() if not _same(value, figures[name])}


def _same(actual: object, expected: object) -> bool:
    if isinstance(actual, float) and isinstance(expected, int | float):
        return abs(actual - expected) < 0.00011
    return actual == expected
