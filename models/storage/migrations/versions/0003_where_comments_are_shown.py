"""Where a published comment is read, and in which theme.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ADDED = ("shown_at", "theme")


def upgrade() -> None:
    for name in ADDED:
        op.add_column("comments", sa.Column(name, sa.Text(), nullable=True))


def downgrade() -> None:
    for name in ADDED:
        op.drop_column("comments", name)
