"""The day on which a criterion is assessed in the status of a day, and that of a whole year."""

from datetime import date, timedelta

from models.strategy.target import Target


def year_end(year: int) -> date:
    """Return the last day of a year."""
    return date(year, 12, 31)


def status_day(year: int, knowledge_date: date) -> date:
    """Return the day that the status of a year describes: its last, or the knowledge date in it."""
    return min(year_end(year), max(knowledge_date, date(year, 1, 1)))


def assessment_day(target: Target | None, *, as_of: date, knowledge_date: date | None) -> date:
    """Return the day on which a criterion is assessed in the status of as_of.

    The status of the last day of a year settles the year: a criterion that fell due in it is
    assessed on the knowledge date, so that a measurement made after the due date decides it.
    Not before the new year: on the due date itself a criterion is still assessed as running.
    Every other criterion, every one on other days, and every one without a knowledge date is
    assessed on as_of.
    """
    due = target.due if target else None
    if knowledge_date is None or due is None:
        return as_of
    if as_of != year_end(as_of.year) or due.year != as_of.year:
        return as_of
    return max(knowledge_date, as_of + timedelta(days=1))
