"""The label of a theme: no average, always with the counts behind it (R1, section 10)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.versions.rule import CURRENT, Rule
from models.strategy.target import NEGLIGIBLE


@dataclass(frozen=True)
class ThemeLabel:
    """A theme's label with the counts behind it.

    counts: how many criteria have each status, all statuses named.
    late: how many of the achieved were achieved after their due date.
    assessable: how many it is not too early to assess; with_data: how many of those have a status.
    coverage: with_data / assessable, None when it is too early for all.
    reds: ids of the red criteria, sorted; overridden_reds: how many of them people call otherwise.
    """

    label: Status
    counts: dict[Status, int]
    late: int
    assessable: int
    with_data: int
    coverage: float | None
    reds: tuple[str, ...]
    overridden_reds: int = 0


def theme_label(
    assessments: Mapping[str, Assessment],
    *,
    overridden: Collection[str] = (),
    rule: Rule = CURRENT,
) -> ThemeLabel:
    """Return the label of one theme by the computed statuses; no override changes it.

    assessments: criterion id -> assessment. overridden: the ids that have an override in force.
    """
    all_of_theme = list(assessments.values())
    counts = {
        status: sum(assessment.status is status for assessment in all_of_theme) for status in Status
    }
    assessable = sum(assessment.reason is not StatusReason.TOO_EARLY for assessment in all_of_theme)
    with_data = len(all_of_theme) - counts[Status.NO_DATA]
    reds = tuple(sorted(id_ for id_, assessment in assessments.items() if assessment.red))
    return ThemeLabel(
        label=_label(counts, assessable=assessable, with_data=with_data, reds=reds, rule=rule),
        counts=counts,
        late=sum(assessment.late for assessment in all_of_theme),
        assessable=assessable,
        with_data=with_data,
        coverage=with_data / assessable if assessable else None,
        reds=reds,
        overridden_reds=sum(id_ in overridden for id_ in reds),
    )


def _label(
    counts: Mapping[Status, int],
    *,
    assessable: int,
    with_data: int,
    reds: tuple[str, ...],
    rule: Rule,
) -> Status:
    """Return off track for a single red; no data where the coverage is below `coverage_min`."""
    if reds:
        return Status.OFF_TRACK
    if assessable == 0 or with_data / assessable < rule.coverage_min - NEGLIGIBLE:
        return Status.NO_DATA
    if counts[Status.AT_RISK]:
        return Status.AT_RISK
    return Status.ACHIEVED if counts[Status.ACHIEVED] == assessable else Status.ON_TRACK
