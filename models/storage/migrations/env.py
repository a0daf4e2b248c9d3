"""Alembic's way in: it works on the connection it is handed, without an ini file."""

from alembic import context

from models.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
