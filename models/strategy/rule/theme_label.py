"""How a theme stands: no average, the counts always beside the label (R1, section 10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.strategy.rule.assessment import Assessment, Status, StatusReason


@dataclass(frozen=True)
class ThemeLabel:
    """A theme's label with what it stands on.

    counts: how many criteria have each status, all statuses named.
    judged: criteria not too early to judge; with_data: those of them with a status.
    coverage: with_data / judged, None when nothing is to be judged yet.
    reds: ids of the red criteria, sorted.
    """

    label: Status
    counts: dict[Status, int]
    assessable: int
    with_data: int
    coverage: float | None
    reds: tuple[str, ...]


def theme_label(assessments: Mapping[str, Assessment]) -> ThemeLabel:
    """The label of the criteria of one theme, by criterion id."""
    stands = list(assessments.values())
    counts = {status: sum(one.status is status for one in stands) for status in Status}
    assessable = sum(one.reason is not StatusReason.TOO_EARLY for one in stands)
    with_data = len(stands) - counts[Status.NO_DATA]
    reds = tuple(sorted(name for name, one in assessments.items() if one.red))
    return ThemeLabel(
        label=_label(counts, assessable=assessable, with_data=with_data, reds=reds),
        counts=counts,
        assessable=assessable,
        with_data=with_data,
        coverage=with_data / assessable if assessable else None,
        reds=reds,
    )


def _label(
    counts: Mapping[Status, int], *, assessable: int, with_data: int, reds: tuple[str, ...]
) -> Status:
    """One red is enough; below two thirds of coverage there is no label but red."""
    if reds:
        return Status.OFF_TRACK
    if assessable == 0 or 3 * with_data < 2 * assessable:
        return Status.NO_DATA
    if counts[Status.AT_RISK]:
        return Status.AT_RISK
    return Status.ACHIEVED if counts[Status.ACHIEVED] == assessable else Status.ON_TRACK
