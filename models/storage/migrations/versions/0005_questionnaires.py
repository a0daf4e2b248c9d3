"""Questionnaires that a region brings in, and the one that each wave was made with.

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "questionnaires",
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_questionnaires"),
        sa.UniqueConstraint(
            "instrument_id", "version", name="uq_questionnaires_instrument_id_version"
        ),
    )
    op.create_table(
        "wave_questionnaires",
        sa.Column("wave_id", sa.Text(), nullable=False),
        sa.Column("instrument_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["wave_id"], ["waves.id"], name="fk_wave_questionnaires_wave_id"),
        sa.PrimaryKeyConstraint("wave_id", name="pk_wave_questionnaires"),
    )
    op.create_index("ix_wave_questionnaires_instrument_id_version", "wave_questionnaires", ["instrument_id", "version"])


def downgrade() -> None:
    op.drop_table("wave_questionnaires")
    op.drop_table("questionnaires")
