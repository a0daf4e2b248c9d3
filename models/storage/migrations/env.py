"""The environment that Alembic runs migrations in; it uses a connection that it is given."""

from alembic import context

from models.storage import walls
from models.storage.tables.base import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
    # After every step, so that a table made by it lies behind the walls at once.
    walls.build(connection)
