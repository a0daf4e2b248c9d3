"""The true courses of the invented promises: how much of the way is walked on a day."""

from enum import StrEnum


class Course(StrEnum):
    """The true course of a promise; the due day of the first four is past, of the others not.

    coasting goes fast and then slowly, so that a forecast sees what a status does not. fallen and
    turned change in the year before this one, fallen_now and turned_now at the newest value.
    """

    KEPT = "kept"
    BROKEN = "broken"
    LATE = "late"
    SILENT = "silent"
    WALKING = "walking"
    DAWDLING = "dawdling"
    STUCK = "stuck"
    COASTING = "coasting"
    FALLEN = "fallen"
    TURNED = "turned"
    FALLEN_NOW = "fallen_now"
    TURNED_NOW = "turned_now"
    PLANNED = "planned"
    UNMEASURED = "unmeasured"
    UNSET = "unset"


RUN_OUT = (Course.KEPT, Course.BROKEN, Course.SILENT, Course.LATE, Course.KEPT, Course.UNSET)
RUNNING = (
    Course.WALKING, Course.DAWDLING, Course.TURNED, Course.STUCK, Course.WALKING,
    Course.FALLEN_NOW, Course.COASTING, Course.TURNED_NOW, Course.UNMEASURED, Course.FALLEN,
)  # fmt: skip
# How much of the way that should be walked is walked, before and after the turn.
_PACE = {
    Course.KEPT: (1.06, 1.06),
    Course.BROKEN: (0.75, 0.75),
    Course.LATE: (0.85, 0.85),
    Course.WALKING: (1.08, 1.08),
    Course.DAWDLING: (0.80, 0.80),
    Course.STUCK: (0.30, 0.30),
    Course.FALLEN: (1.04, 0.45),
    Course.FALLEN_NOW: (1.04, 0.50),
    Course.TURNED: (0.40, 1.02),
    Course.TURNED_NOW: (0.45, 1.03),
}
# At once so much of the way, and then so much for the whole of the time.
_START, _THEN = 0.33, 0.45


def walked(course: Course, time: float, *, turned: bool) -> float:
    """Return the share of the way that is walked.

    time: the share of the time that is gone. turned: whether the day of the course's turn has come.
    """
    if course is Course.COASTING:
        return _START + _THEN * time if time > 0 else 0.0
    return time * _PACE[course][turned]
