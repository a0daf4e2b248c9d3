"""The expected value of a criterion on a day, and shares of the planned change (R1, section 2)."""

from datetime import date, timedelta

from models.strategy.target import PathShape, Target

Corner = tuple[date, float]


def expected(target: Target, day: date) -> float | None:
    """Return the value of the adopted path; None while baseline, target or due date is missing.

    Before the baseline day it is the baseline, from the due date on the target.
    """
    path = _path(target)
    if path is None:
        return None
    if day <= path[0][0]:
        return path[0][1]
    if day >= path[-1][0]:
        return path[-1][1]
    (start, low), (end, high) = _corners_around(path, day)
    if target.shape is PathShape.STEP:
        return low
    return low + (high - low) * ((day - start) / (end - start))


def stretch(target: Target, day: date) -> tuple[Corner, Corner] | None:
    """Return the two corners of the adopted path between which a day lies.

    A corner is a day and its value. None where the path is missing, before it and from its end.
    """
    path = _path(target)
    if path is None or not path[0][0] <= day < path[-1][0]:
        return None
    return _corners_around(path, day)


def _corners_around(path: tuple[Corner, ...], day: date) -> tuple[Corner, Corner]:
    after = next(index for index, (on, _) in enumerate(path) if on > day)
    return path[after - 1], path[after]


def share(target: Target, value: float) -> float | None:
    """Return the share of the planned change at a value: 0 at the baseline, 1 at the target.

    Negative beyond the baseline, above 1 beyond the target, whichever way the change goes.
    None where no change is planned.
    """
    if target.baseline is None or target.target is None or target.baseline == target.target:
        return None
    return (value - target.baseline) / (target.target - target.baseline)


def path(target: Target, until: date) -> tuple[Corner, ...]:
    """Return the corners of the expected path for a drawing, prolonged level to `until`."""
    corners = _path(target) or ()
    if target.shape is PathShape.STEP:
        corners = _stairs(corners)
    tail = ((until, corners[-1][1]),) if corners and corners[-1][0] < until else ()
    return (*corners, *tail)


def _path(target: Target) -> tuple[Corner, ...] | None:
    if target.baseline is None or target.baseline_on is None:
        return None
    if target.target is None or target.due is None:
        return None
    start, due = target.baseline_on, target.due
    between = (point for point in target.points if start < point[0] < due)
    return ((start, target.baseline), *sorted(between), (due, target.target))


def _stairs(corners: tuple[Corner, ...]) -> tuple[Corner, ...]:
    # Two corners a step, one day apart: a line drawn through them rises on the day itself.
    stairs = list(corners[:1])
    for day, value in corners[1:]:
        stairs += [(day - timedelta(days=1), stairs[-1][1]), (day, value)]
    return tuple(stairs)
