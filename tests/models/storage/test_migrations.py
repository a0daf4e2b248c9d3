import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from models.storage.engine import connect, migrate, migrations
from models.storage.tables.base import Base

STEPS = [step.revision for step in ScriptDirectory.from_config(migrations()).walk_revisions()][::-1]


@pytest.fixture
def migrated(any_url):
    for step in STEPS:
        migrate(any_url, to=step)
    engine = connect(any_url)
    yield engine
    engine.dispose()


def checks(engine):
    inspector = inspect(engine)
    return {
        check["name"]
        for table in inspector.get_table_names()
        for check in inspector.get_check_constraints(table)
    }


def test_every_step_up_ends_at_the_tables_of_the_program(migrated):
    with migrated.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_migrated_tables_check_what_the_tables_of_the_program_check(migrated, engine):
    assert checks(migrated) == checks(engine) != set()


def test_every_step_can_be_taken_back(migrated):
    with migrated.begin() as connection:
        for _ in STEPS:
            command.downgrade(migrations(connection), "-1")
    assert inspect(migrated).get_table_names() == ["alembic_version"]


def test_migrating_twice_changes_nothing(migrated, any_url):
    migrate(any_url)
    assert set(inspect(migrated).get_table_names()) == {*Base.metadata.tables, "alembic_version"}


def test_a_database_in_memory_is_migrated_through_its_engine():
    engine = connect("sqlite://")
    migrate(engine)
    assert "targets" in inspect(engine).get_table_names()
    engine.dispose()


def test_migrated_sqlite_tables_are_the_very_tables_of_the_program(tmp_path, engine):
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    migrate(url)
    migrated = connect(url)
    assert rowless(migrated) == rowless(engine) != set()
    migrated.dispose()


def rowless(engine):
    query = text("SELECT name FROM sqlite_master WHERE sql LIKE '%WITHOUT ROWID%'")
    with engine.connect() as connection:
        return set(connection.scalars(query))
