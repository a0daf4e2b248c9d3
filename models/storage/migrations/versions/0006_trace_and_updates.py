"""The trace of every write; what owners enter, others approve, and a steward locks.

Revision ID: 0006
Revises: 0005
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

STATUSES = "IN ('achieved', 'on_track', 'at_risk', 'off_track', 'missed', 'no_data')"
TABLES = (
    "trace",
    "submission_decisions",
    "submissions",
    "period_locks",
    "override_decisions",
    "overrides",
    "explanations",
    "milestone_plans",
    "owners",
    "proposals",
)


def upgrade() -> None:
    op.add_column("observations", sa.Column("approved_by", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "trace",
        sa.Column("entry", sa.Integer(), autoincrement=False, nullable=False),
        _text("at"),
        _text("who"),
        _text("role"),
        _text("action"),
        _text("subject"),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        _text("reason"),
        _text("previous"),
        _text("hash"),
        sa.PrimaryKeyConstraint("entry", name="pk_trace"),
    )
    op.create_index("ix_trace_subject_entry", "trace", ["subject", "entry"])
    op.create_table(
        "submissions",
        sa.Column("entry", sa.Integer(), nullable=False),
        _text("criterion_id"),
        _day("ref"),
        sa.Column("value", sa.Float(53), nullable=False),
        sa.Column("k", sa.Integer(), nullable=True),
        sa.Column("n", sa.Integer(), nullable=True),
        sa.Column("population", sa.Integer(), nullable=True),
        _text("series"),
        _text("evidence"),
        sa.Column("unchanged", sa.Boolean(), nullable=False),
        _text("entered_by"),
        _day("entered_on"),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.CheckConstraint("k >= 0", name=op.f("ck_submissions_k")),
        sa.CheckConstraint("n >= 0", name=op.f("ck_submissions_n")),
        sa.CheckConstraint("population >= 0", name=op.f("ck_submissions_population")),
        sa.ForeignKeyConstraint(["replaces"], ["submissions.entry"], name="fk_submissions_replaces"),
        sa.PrimaryKeyConstraint("entry", name="pk_submissions"),
    )
    op.create_index("ix_submissions_criterion_id", "submissions", ["criterion_id"])
    op.create_table(
        "submission_decisions",
        sa.Column("submission", sa.Integer(), autoincrement=False, nullable=False),
        *_decision(),
        sa.CheckConstraint("decision IN ('approved', 'returned')", name=op.f("ck_submission_decisions_decision")),
        sa.ForeignKeyConstraint(["submission"], ["submissions.entry"], name="fk_submission_decisions_submission"),
        sa.PrimaryKeyConstraint("submission", name="pk_submission_decisions"),
    )
    op.create_table(
        "period_locks",
        sa.Column("entry", sa.Integer(), nullable=False),
        _day("first_day"),
        _day("last_day"),
        sa.Column("locked", sa.Boolean(), nullable=False),
        _text("entered_by"),
        _day("entered_on"),
        _text("reason"),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_period_locks_days")),
        sa.PrimaryKeyConstraint("entry", name="pk_period_locks"),
    )
    op.create_table(
        "overrides",
        sa.Column("entry", sa.Integer(), nullable=False),
        _text("criterion_id"),
        _text("status"),
        _text("computed"),
        _text("reason"),
        _text("evidence"),
        _text("proposed_by"),
        _day("created"),
        _day("expires"),
        sa.CheckConstraint(f"status {STATUSES}", name=op.f("ck_overrides_status")),
        sa.CheckConstraint(f"computed {STATUSES}", name=op.f("ck_overrides_computed")),
        sa.PrimaryKeyConstraint("entry", name="pk_overrides"),
    )
    op.create_index("ix_overrides_criterion_id", "overrides", ["criterion_id"])
    op.create_table(
        "override_decisions",
        sa.Column("override", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        *_decision(),
        sa.CheckConstraint(
            "decision IN ('approved', 'rejected', 'withdrawn')", name=op.f("ck_override_decisions_decision")
        ),
        sa.ForeignKeyConstraint(["override"], ["overrides.entry"], name="fk_override_decisions_override"),
        sa.PrimaryKeyConstraint("override", "place", name="pk_override_decisions"),
    )
    op.create_table(
        "explanations",
        sa.Column("entry", sa.Integer(), nullable=False),
        _text("criterion_id"),
        _text("why"),
        _text("action"),
        sa.Column("by_when", sa.Date(), nullable=True),
        _text("entered_by"),
        _day("entered_on"),
        sa.CheckConstraint("why <> ''", name=op.f("ck_explanations_why")),
        sa.PrimaryKeyConstraint("entry", name="pk_explanations"),
    )
    op.create_index("ix_explanations_criterion_id", "explanations", ["criterion_id"])
    op.create_table(
        "milestone_plans",
        sa.Column("entry", sa.Integer(), nullable=False),
        _text("criterion_id"),
        _day("planned"),
        _day("confirmed_on"),
        _text("decision"),
        _text("entered_by"),
        sa.PrimaryKeyConstraint("entry", name="pk_milestone_plans"),
    )
    op.create_index("ix_milestone_plans_criterion_id", "milestone_plans", ["criterion_id"])
    op.create_table(
        "owners",
        sa.Column("entry", sa.Integer(), nullable=False),
        _text("name"),
        _text("email"),
        sa.Column("left_on", sa.Date(), nullable=True),
        _text("entered_by"),
        _day("entered_on"),
        sa.CheckConstraint("name <> ''", name=op.f("ck_owners_name")),
        sa.PrimaryKeyConstraint("entry", name="pk_owners"),
    )
    op.create_index("ix_owners_name", "owners", ["name"])
    op.create_table(
        "proposals",
        sa.Column("entry", sa.Integer(), nullable=False),
        _text("strategy_id"),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        _text("text"),
        _text("entered_by"),
        _day("entered_on"),
        sa.PrimaryKeyConstraint("entry", name="pk_proposals"),
    )
    op.create_index("ix_proposals_strategy_id_year", "proposals", ["strategy_id", "year"])


def downgrade() -> None:
    for name in TABLES:
        op.drop_table(name)
    op.drop_column("observations", "approved_by")


def _text(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.Text(), nullable=False)


def _day(name: str) -> "sa.Column[Any]":
    return sa.Column(name, sa.Date(), nullable=False)


def _decision() -> tuple["sa.Column[Any]", ...]:
    return (_text("decision"), _text("decided_by"), _day("decided_on"), _text("reason"))
