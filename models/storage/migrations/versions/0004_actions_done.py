"""The day on which what a unit agreed was done.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("actions", sa.Column("done_on", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("actions", "done_on")
