"""The label of a theme: no average, always with the counts behind it (R1, section 10)."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.strategy.rule.assessment import Assessment, Status, StatusReason


@dataclass(frozen=True)
class ThemeLabel:
    """A theme's label with the counts behind it.

    counts: how many criteria have each status, all statuses named.
    late: how many of the achieved were achieved after their due date.
    assessable: how many it is not too early to assess; with_data: how many of those have a status.
    coverage: with_data / assessable, None when it is too early for all.
    reds: ids of the red criteria, sorted.
    """

    label: Status
    counts: dict[Status, int]
    late: int
    assessable: int
    with_data: int
    coverage: float | None
    reds: tuple[str, ...]


def theme_label(assessments: Mapping[str, Assessment]) -> ThemeLabel:
    """Return the label of one theme; assessments: criterion id -> assessment."""
    all_of_theme = list(assessments.values())
    counts = {
        status: sum(assessment.status is status for assessment in all_of_theme) for status in Status
    }
    assessable = sum(assessment.reason is not StatusReason.TOO_EARLY for assessment in all_of_theme)
    with_data = len(all_of_theme) - counts[Status.NO_DATA]
    reds = tuple(sorted(id_ for id_, assessment in assessments.items() if assessment.red))
    return ThemeLabel(
        label=_label(counts, assessable=assessable, with_data=with_data, reds=reds),
        counts=counts,
        late=sum(assessment.late for assessment in all_of_theme),
        assessable=assessable,
        with_data=with_data,
        coverage=with_data / assessable if assessable else None,
        reds=reds,
    )


def _label(
    counts: Mapping[Status, int], *, assessable: int, with_data: int, reds: tuple[str, ...]
) -> Status:
    """Return off track for a single red; no data when less than two thirds have data."""
    if reds:
        return Status.OFF_TRACK
    if assessable == 0 or 3 * with_data < 2 * assessable:
        return Status.NO_DATA
    if counts[Status.AT_RISK]:
        return Status.AT_RISK
    return Status.ACHIEVED if counts[Status.ACHIEVED] == assessable else Status.ON_TRACK
