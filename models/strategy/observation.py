"""A measured value, with the day it describes and the day it was entered."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Observation:
    """One measured value of a criterion.

    ref: the day the value describes. recorded: the day it entered.
    k, n, population: of a survey, favourable answers, valid answers, all who could answer.
    series: a new letter when the definition or the instrument changes.
    approved_by: the other person who approved it; blank where nobody else has.
    """

    criterion_id: str
    ref: date
    value: float
    recorded: date
    k: int | None = None
    n: int | None = None
    population: int | None = None
    series: str = "A"
    evidence: str = ""
    entered_by: str = ""
    approved_by: str = ""

    @property
    def response(self) -> float | None:
        """The share of all who could answer, who did, 0 to 1; None where it is not said."""
        return self.n / self.population if self.n is not None and self.population else None


def counting_observations(
    observations: Iterable[Observation], knowledge_date: date | None
) -> tuple[Observation, ...]:
    """Return the newest record of each described day and series among those entered by then.

    Of two entered on the same day the later in the order given wins. Sorted by described day,
    then series.
    knowledge_date: the last day of entry that counts; None is every record.
    """
    newest: dict[tuple[date, str], Observation] = {}
    for observation in sorted(observations, key=lambda record: record.recorded):
        if knowledge_date is None or observation.recorded <= knowledge_date:
            newest[observation.ref, observation.series] = observation
    return tuple(newest[key] for key in sorted(newest))


def entered_after(observation: Observation, records: Iterable[Observation]) -> Observation:
    """Return the observation, entered no earlier than the records of its day and series.

    For one that is entered now: where the clock was set back it would else count as older than what
    it corrects.
    """
    days = [
        record.recorded
        for record in records
        if (record.ref, record.series) == (observation.ref, observation.series)
    ]
    return replace(observation, recorded=max([observation.recorded, *days]))
