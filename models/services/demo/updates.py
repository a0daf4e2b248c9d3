"""What the people of the invented region do about its promises, through the services for it."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import cycle
from pathlib import Path
from typing import Final

import yaml

from models.access import Permission, Viewer, require
from models.charts.board.worst import worst
from models.charts.promises.signs import RED, Sign, sign_of
from models.services import period_locks
from models.services.demo.courses import Course
from models.services.demo.people_in_charge import SECOND, STEWARD, viewer_of
from models.services.demo.promises import STRATEGY, Promise
from models.services.promises.scoreboard import ScoreboardCriterion, scoreboard
from models.services.updates import explanations, milestone_plans, overrides, submissions
from models.services.updates.ownership import owners_of
from models.services.year.proposals import put_proposal
from models.steering.explanation import Explanation
from models.storage import Db
from models.strategy.observation import Observation, counting_observations
from models.strategy.rule.assessment import Status

TEXTS: Final = Path(__file__).parent / "explanations.yaml"
# Of promises under way every third is updated by its owner, and one of them has not been.
OWN_ENTRY, LATE = 3, 11
READ_BY_ANOTHER: Final = timedelta(days=3)
# Of four that need words three have them; every third wrote before the last meeting as well.
UNEXPLAINED, EARLIER = 4, 3
EARLIER_WORDS: Final = "Vi er lige begyndt og kender ikke årsagen endnu."
EARLIER_BY: Final = timedelta(days=190)
# What is done is done by the last day of one of these times.
BY_WHEN: Final = (timedelta(days=60), timedelta(days=120), timedelta(days=210))
SILENT: Final = frozenset({Course.UNMEASURED, Course.UNSET, Course.SILENT, Course.PLANNED})
PLAN_DECISION: Final = "Opdigtet beslutning, styregruppens referat punkt 3"
RETURNED: Final = "Tallet er det samme som sidst. Er det talt igen? Skriv, hvor det kommer fra."
PROPOSALS: Final = (
    "At årets status tages til efterretning.",
    "At der forelægges en plan for ”{text}” på næste møde.",
    "At ingen frist flyttes, uden at udvalget har set det lovede og det nye ved siden af hinanden.",
)
LONGEST_QUOTE: Final = 70


def is_own_entry(promise: Promise, place: int) -> bool:
    """Whether the owner entered a promise's newest value, and another person approved it."""
    return promise.course not in SILENT and place % OWN_ENTRY == 0


def is_late(promise: Promise, place: int) -> bool:
    """Whether a promise under way waits for the newest value of its owner."""
    return promise.course is Course.WALKING and place % LATE == 0


def enter_and_approve(db: Db, observation: Observation, *, by: Viewer) -> None:
    """Enter a value as its promise's owner, and approve it as another person some days later."""
    require(by, Permission.MAKE_DEMO)
    entered_on = observation.recorded - READ_BY_ANOTHER
    owner = _owner(db, observation.criterion_id, on=entered_on) or SECOND
    submission = submissions.enter(db, observation, by=owner, on=entered_on)
    submissions.approve(db, submission.entry or 0, by=STEWARD, on=observation.recorded)


def plan_milestone(db: Db, criterion_id: str, planned: date, *, on: date, by: Viewer) -> None:
    """Let the owner of a milestone plan it for a day, by a decision that moves it."""
    require(by, Permission.MAKE_DEMO)
    owner = _owner(db, criterion_id, on=on) or SECOND
    milestone_plans.plan(db, criterion_id, planned, decision=PLAN_DECISION, by=owner, on=on)


def write_updates(db: Db, *, on: date, by: Viewer) -> None:
    """Explain what stands red, set statuses beside the rule's, hand in values, ask the committee.

    The year before last is locked when everything is entered.
    """
    require(by, Permission.MAKE_DEMO)
    standings = scoreboard(db, STRATEGY, as_of=on, by=by).standings
    _explain(db, standings, on=on)
    _set_beside(db, standings, on=on)
    _hand_in(db, standings, on=on)
    _ask(db, standings, on=on)
    year = on.year - 2
    reason = "Årsstatus er behandlet i udvalget (opdigtet)."
    locked_on = on - timedelta(days=60)
    first, last = date(year, 1, 1), date(year, 12, 31)
    period_locks.lock_period(db, first, last, reason=reason, by=STEWARD, on=locked_on)


def _owner(db: Db, criterion_id: str, *, on: date) -> Viewer | None:
    """Return the owner of a criterion; None without one, or with one who has left."""
    owner = owners_of(db, [criterion_id]).get(criterion_id)
    return viewer_of(owner.name) if owner and not owner.has_left(on) else None


def _explain(db: Db, standings: Sequence[ScoreboardCriterion], *, on: date) -> None:
    texts = yaml.safe_load(TEXTS.read_text(encoding="utf-8"))
    of_sign = {sign: cycle(entries) for sign, entries in texts.items()}
    by_when = cycle(BY_WHEN)
    needing = [row for row in standings if sign_of(row.assessment) in {*RED, Sign.AT_RISK}]
    for place, row in enumerate(needing):
        text = next(of_sign[sign_of(row.assessment)])
        owner = _owner(db, row.criterion.id, on=on)
        if owner is None or place % UNEXPLAINED == UNEXPLAINED - 1:
            continue
        words = Explanation(row.criterion.id, text["why"], text["action"], on + next(by_when))
        wrote_on = on - timedelta(days=10 + place)
        if place % EARLIER == 0:
            earlier = Explanation(row.criterion.id, EARLIER_WORDS)
            explanations.explain(db, earlier, by=owner, on=wrote_on - EARLIER_BY)
        explanations.explain(db, words, by=owner, on=wrote_on)


def _set_beside(db: Db, standings: Sequence[ScoreboardCriterion], *, on: date) -> None:
    """Lift one red by two persons, in force; and have lowered one green, which has expired."""
    of_status = {
        status: [row.criterion.id for row in standings if row.assessment.status is status]
        for status in (Status.OFF_TRACK, Status.ON_TRACK)
    }
    for criterion_id in of_status[Status.OFF_TRACK][:1]:
        proposal = overrides.propose(
            db,
            criterion_id,
            Status.AT_RISK,
            reason="Tre af fem hospitaler begyndte i sidste måned og er ikke talt med endnu.",
            evidence="Opdigtet referat, punkt 4",
            expires=on + timedelta(days=100),
            by=SECOND,
            on=on - timedelta(days=20),
        )
        overrides.approve(db, proposal.entry or 0, by=STEWARD, on=on - timedelta(days=18))
    for criterion_id in of_status[Status.ON_TRACK][:1]:
        overrides.propose(
            db,
            criterion_id,
            Status.AT_RISK,
            reason="Kontrakten med leverandøren var opsagt, og ingen ny var på plads.",
            expires=on - timedelta(days=30),
            by=STEWARD,
            on=on - timedelta(days=120),
        )


def _hand_in(db: Db, standings: Sequence[ScoreboardCriterion], *, on: date) -> None:
    """Enter three new values as owners: one waits, one is unchanged, one is sent back."""
    entered_on, ref = on - timedelta(days=4), on - timedelta(days=12)
    mine = [
        (owner, counting_observations(row.observations, None)[-1])
        for row in standings
        if row.assessment.status is Status.ON_TRACK
        and row.assessment.value is not None
        and (owner := _owner(db, row.criterion.id, on=entered_on))
        and not row.observations[-1].k
    ]
    for place, (owner, last) in enumerate(mine[:3]):
        if place == 1:
            submissions.confirm_unchanged(db, last.criterion_id, ref, by=owner, on=entered_on)
            continue
        value = Observation(last.criterion_id, ref, last.value, entered_on, evidence="opdigtet")
        submission = submissions.enter(db, value, by=owner, on=entered_on)
        if place == 2:  # noqa: PLR2004 - the third
            submissions.send_back(
                db, submission.entry or 0, reason=RETURNED, by=STEWARD, on=on - timedelta(days=2)
            )


def _ask(db: Db, standings: Sequence[ScoreboardCriterion], *, on: date) -> None:
    """Write what the committee is asked for in the last status and in the running one."""
    short = [
        row for row in worst(standings, len(standings)) if len(row.criterion.text) < LONGEST_QUOTE
    ]
    text = short[0].criterion.text if short else ""
    for year in (on.year - 1, on.year):
        for position, proposal in enumerate(PROPOSALS, start=1):
            line = proposal.format(text=text)
            put_proposal(db, STRATEGY, year, position, line, by=STEWARD, on=on - timedelta(days=15))
