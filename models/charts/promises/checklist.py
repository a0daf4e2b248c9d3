"""A promise that is kept or not: the days on which something was found or is due."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from models.charts.chart_file import Table
from models.charts.promises.signs import Sign, sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from models.strategy.observation import Observation
from models.strategy.rule.assessment import Assessment, Status
from models.strategy.target import DONE
from models.wording import Words


@dataclass(frozen=True)
class Step:
    """A day of the list, what it says in words, and the sign that stands before it."""

    day: date
    text: str
    sign: Sign


def steps(
    standing: CriterionStanding, observations: Sequence[Observation], words: Words
) -> list[Step]:
    """Return what was found and when it is due, the earliest day first.

    What is done or planned says how far from the due date; of a moved date the promised one is
    listed too.
    """
    due = standing.target.due if standing.target else standing.criterion.due
    listed = [
        Step(row.ref, _done_text(row.ref, due, words), Sign.ACHIEVED)
        if row.value >= DONE
        else Step(row.ref, words.say("Ikke gennemført endnu"), Sign.NO_DATA)
        for row in observations
    ]
    if standing.assessment.planned is not None:
        listed.append(_planned(standing.assessment, standing.assessment.planned, words))
    if standing.moved:
        sign = sign_of(standing.moved.assessment)
        text = words.say("Lovet frist: {status}", status=sign_word(sign, words).lower())
        listed.append(Step(standing.moved.promised, text, sign))
    if due is not None:
        sign = sign_of(standing.assessment)
        text = words.say("Frist: {status}", status=sign_word(sign, words).lower())
        listed.append(Step(due, text, sign))
    return sorted(listed, key=lambda step: step.day)


def plan_text(assessment: Assessment, words: Words) -> str:
    """Return how many days after its due date a milestone is planned for, or late by now.

    Nothing where it has no plan, or is planned in time.
    """
    slip = assessment.slip or 0
    if assessment.planned is None or slip <= 0:
        return ""
    if assessment.status is Status.MISSED:
        return words.ngettext(
            "{n} dag over fristen uden at være gennemført",
            "{n} dage over fristen uden at være gennemført",
            slip,
        )
    return words.ngettext("{n} dag efter fristen", "{n} dage efter fristen", slip)


def _planned(assessment: Assessment, day: date, words: Words) -> Step:
    text = words.say("Planlagt, bekræftet {day}", day=words.day(assessment.confirmed_on))
    late = plan_text(assessment, words)
    return Step(day, f"{text}: {late}" if late else text, sign_of(assessment))


def _done_text(day: date, due: date | None, words: Words) -> str:
    """Return that it is done, and how many days from the due date."""
    slip = 0 if due is None else (day - due).days
    if slip > 0:
        return words.ngettext(
            "Gennemført {n} dag efter fristen", "Gennemført {n} dage efter fristen", slip
        )
    if slip < 0:
        return words.ngettext(
            "Gennemført {n} dag før fristen", "Gennemført {n} dage før fristen", -slip
        )
    return words.say("Gennemført")


def step_table(listed: Sequence[Step], words: Words) -> Table:
    """The list as rows of a file."""
    return [
        {words.say("Dag"): step.day.isoformat(), words.say("Hvad"): step.text} for step in listed
    ]
