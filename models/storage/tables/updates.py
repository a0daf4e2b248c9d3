"""The tables of what owners enter and others decide about it; rows are only ever added."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.steering.override_proposal import OverrideDecision
from models.steering.submission import SubmissionDecision
from models.storage.tables.base import Base, one_of
from models.strategy.rule.assessment import Status


class SubmissionRow(Base):
    """A value as its owner entered it; it counts when another person has approved it.

    unchanged: a confirmation that the value is as it was. replaces: the entry sent back before.
    """

    __tablename__ = "submissions"
    __table_args__ = (
        CheckConstraint("k >= 0", name="k"),
        CheckConstraint("n >= 0", name="n"),
        CheckConstraint("population >= 0", name="population"),
    )

    entry: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[str] = mapped_column(index=True)
    ref: Mapped[date]
    value: Mapped[float]
    k: Mapped[int | None]
    n: Mapped[int | None]
    population: Mapped[int | None]
    series: Mapped[str]
    evidence: Mapped[str]
    unchanged: Mapped[bool]
    entered_by: Mapped[str]
    entered_on: Mapped[date]
    replaces: Mapped[int | None] = mapped_column(ForeignKey("submissions.entry"))


class SubmissionDecisionRow(Base):
    """The decision of another person about a submitted value; the key lets only one decide."""

    __tablename__ = "submission_decisions"
    __table_args__ = (one_of("decision", SubmissionDecision),)

    submission: Mapped[int] = mapped_column(
        ForeignKey("submissions.entry"), primary_key=True, autoincrement=False
    )
    decision: Mapped[str]
    decided_by: Mapped[str]
    decided_on: Mapped[date]
    reason: Mapped[str]


class PeriodLockRow(Base):
    """A locked or unlocked period; of one day the newest entry that covers it counts."""

    __tablename__ = "period_locks"
    __table_args__ = (CheckConstraint("first_day <= last_day", name="days"),)

    entry: Mapped[int] = mapped_column(primary_key=True)
    first_day: Mapped[date]
    last_day: Mapped[date]
    locked: Mapped[bool]
    entered_by: Mapped[str]
    entered_on: Mapped[date]
    reason: Mapped[str]


class OverrideRow(Base):
    """A status that a person sets beside the computed one, as it was proposed.

    computed: the status of the rule on that day; it says whether the proposal is better or worse.
    """

    __tablename__ = "overrides"
    __table_args__ = (one_of("status", Status), one_of("computed", Status))

    entry: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[str] = mapped_column(index=True)
    status: Mapped[str]
    computed: Mapped[str]
    reason: Mapped[str]
    evidence: Mapped[str]
    proposed_by: Mapped[str]
    created: Mapped[date]
    expires: Mapped[date]


class OverrideDecisionRow(Base):
    """A decision about an override; the key lets only one decide at each place in their order."""

    __tablename__ = "override_decisions"
    __table_args__ = (one_of("decision", OverrideDecision),)

    override: Mapped[int] = mapped_column(
        ForeignKey("overrides.entry"), primary_key=True, autoincrement=False
    )
    place: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    decision: Mapped[str]
    decided_by: Mapped[str]
    decided_on: Mapped[date]
    reason: Mapped[str]


class ExplanationRow(Base):
    """The owner's words about a promise: why, what is done, and by when."""

    __tablename__ = "explanations"
    __table_args__ = (CheckConstraint("why <> ''", name="why"),)

    entry: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[str] = mapped_column(index=True)
    why: Mapped[str]
    action: Mapped[str]
    by_when: Mapped[date | None]
    entered_by: Mapped[str]
    entered_on: Mapped[date]


class MilestonePlanRow(Base):
    """The day a milestone is planned to be done, as it was confirmed on a day; the newest counts.

    decision: the reference of the decision that moved the day; blank where it was not moved.
    """

    __tablename__ = "milestone_plans"

    entry: Mapped[int] = mapped_column(primary_key=True)
    criterion_id: Mapped[str] = mapped_column(index=True)
    planned: Mapped[date]
    confirmed_on: Mapped[date]
    decision: Mapped[str]
    entered_by: Mapped[str]


class OwnerRow(Base):
    """A person or post that owns promises; of one name the newest entry counts."""

    __tablename__ = "owners"
    __table_args__ = (CheckConstraint("name <> ''", name="name"),)

    entry: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(index=True)
    email: Mapped[str]
    left_on: Mapped[date | None]
    entered_by: Mapped[str]
    entered_on: Mapped[date]


class ProposalRow(Base):
    """A proposal of a year's status to the committee; of one position the newest entry counts.

    text: blank where it was taken back.
    """

    __tablename__ = "proposals"
    __table_args__ = (Index(None, "strategy_id", "year"),)

    entry: Mapped[int] = mapped_column(primary_key=True)
    strategy_id: Mapped[str]
    year: Mapped[int]
    position: Mapped[int]
    text: Mapped[str]
    entered_by: Mapped[str]
    entered_on: Mapped[date]
