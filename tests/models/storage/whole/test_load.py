"""A backup that must not be restored, or not there, is refused and changes nothing."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, event, insert, text

from models.errors import DatabaseUnavailable, InputError
from models.storage import marks, whole
from models.storage.engine import connect, migrate, unit_of_work
from models.storage.tables.ideas import IdeaRow
from models.storage.tables.installation import MarkRow
from models.storage.whole.backup_file import (
    BackupWriter,
    Contents,
    NoBackup,
    TableContents,
    verified,
)
from models.storage.whole.dump import dump
from models.storage.whole.load import load
from models.storage.whole.snapshot import revisions, snapshot
from tests.builders import an_idea
from tests.models.storage.migrating import content

NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


def quietly(*_progress):
    pass


@pytest.fixture
def file(tmp_path):
    """The backup of an SQLite database with one mark."""
    url = f"sqlite:///{tmp_path / 'source.db'}"
    migrate(url)
    put(url, MarkRow, {"name": "a", "value": "b"})
    return backup_of(url, tmp_path / "backup")


def put(url, row, values):
    engine = connect(url)
    with unit_of_work(engine) as db:
        db.execute(insert(row), [values])
    engine.dispose()


def run_sql(url, statement):
    """Run it as it is, past what the columns' types do to a text."""
    engine = connect(url)
    with unit_of_work(engine) as db:
        db.execute(text(statement))
    engine.dispose()


def backup_of(url, path):
    with snapshot(url) as db:
        dump(db, path, at=NOON, progress=quietly)
    return path


def backup_file(path, contents, rows=()):
    with path.open("wb") as file, BackupWriter(file, contents) as backup:
        backup.add(rows)
    return path


def refuse(url, path, error, message, *, replacing=False):
    before = content(url)
    with pytest.raises(error, match=message):
        load(url, path, replacing=replacing, progress=quietly)
    assert content(url) == before


def test_a_backup_of_newer_tables_is_refused(any_url, tmp_path):
    path = backup_file(tmp_path / "b", Contents("9999", NOON, ()))
    refuse(any_url, path, NoBackup, "nyere udgave")


def test_a_file_with_other_tables_is_refused_whoever_wrote_it(any_url, tmp_path):
    table = TableContents("waves; DROP TABLE waves", ("id",), 0)
    path = backup_file(tmp_path / "b", Contents(revisions()[0], NOON, (table,)))
    refuse(any_url, path, NoBackup, "andre tabeller")


def test_a_database_of_a_newer_program_is_not_replaced(any_url, file):
    migrate(any_url)
    engine = connect(any_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    refuse(any_url, file, DatabaseUnavailable, "nyere udgave", replacing=True)


def test_a_database_with_a_single_row_is_not_empty(any_url, file):
    migrate(any_url)
    put(any_url, MarkRow, {"name": "secret", "value": "x"})
    refuse(any_url, file, InputError, "ikke tom")


def test_a_database_that_was_only_tried_is_empty(any_url, file):
    migrate(any_url)
    put(any_url, MarkRow, {"name": marks.PROBE, "value": "x"})
    load(any_url, file, replacing=False, progress=quietly)
    engine = connect(any_url)
    with unit_of_work(engine) as db:
        assert (marks.get(db, "a"), marks.get(db, marks.PROBE)) == ("b", None)
    engine.dispose()


def test_a_table_that_somebody_never_lets_go_of_is_not_waited_for_without_an_end(
    postgresql_url, file, monkeypatch
):
    monkeypatch.setattr(whole.load, "_ATTEMPTS", 2)
    migrate(postgresql_url)
    engine = connect(postgresql_url)
    with engine.connect() as other:
        other.exec_driver_sql("LOCK TABLE responses IN ROW EXCLUSIVE MODE")
        with pytest.raises(DatabaseUnavailable, match="optaget"):
            load(postgresql_url, file, replacing=True, progress=quietly)
    engine.dispose()


def test_a_server_that_goes_away_meanwhile_is_said_to_be_away(postgresql_url, file):
    migrate(postgresql_url)

    def end_it(connection, _cursor, statement, *_more):
        if statement.startswith("LOCK TABLE"):
            process = connection.connection.driver_connection.info.backend_pid
            with connection.engine.connect() as other:
                other.exec_driver_sql(f"SELECT pg_terminate_backend({process}, 5000)")

    event.listen(Engine, "before_cursor_execute", end_it)
    try:
        with pytest.raises(DatabaseUnavailable, match="svarer ikke"):
            load(postgresql_url, file, replacing=True, progress=quietly)
    finally:
        event.remove(Engine, "before_cursor_execute", end_it)


def test_a_text_that_postgresql_cannot_store_is_said_to_be_so(tmp_path, postgresql_url):
    url = f"sqlite:///{tmp_path / 'source.db'}"
    migrate(url)
    put(url, IdeaRow, vars(an_idea()))
    run_sql(url, "UPDATE ideas SET text = 'a' || char(0) || 'b'")
    path = backup_of(url, tmp_path / "b")
    refuse(postgresql_url, path, NoBackup, "PostgreSQL")
    load(f"sqlite:///{tmp_path / 'other.db'}", path, replacing=False, progress=quietly)


@pytest.mark.parametrize(
    "value",
    [10**30, -1, {"a": 1}, [[1]], None, "\ud800", "x" * 9],
    ids=lambda value: repr(value)[:9],
)
def test_a_row_that_no_database_takes_is_refused_under_the_right_hash(any_url, file, value):
    contents = verified(file)
    by_table = {table.name: list(map(list, rows)) for table, rows in whole.backup_file.rows(file)}
    names = next(table.columns for table in contents.tables if table.name == "units")
    number = 1 if isinstance(value, str) else value
    unit = dict.fromkeys(names, "a") | {"parent_id": value, "staff": number, "place": number}
    tables = tuple(replace(t, rows=t.rows + (t.name == "units")) for t in contents.tables)
    all_rows = [
        row for t in tables for row in [*by_table[t.name], *([unit.values()] * (t.name == "units"))]
    ]
    path = backup_file(file.with_name("b"), replace(contents, tables=tables), all_rows)
    refuse(any_url, path, NoBackup, "ødelagt")


def test_a_value_of_another_kind_is_refused_by_table_and_column(tmp_path, file):
    contents = verified(file)
    names = next(table.columns for table in contents.tables if table.name == "units")
    tables = tuple(replace(table, rows=int(table.name == "units")) for table in contents.tables)
    unit = dict.fromkeys(names, "a") | {"parent_id": None, "staff": "mange", "place": 1}
    path = backup_file(tmp_path / "b", replace(contents, tables=tables), [unit.values()])
    url = f"sqlite:///{tmp_path / 'new.db'}"
    refuse(url, path, NoBackup, "tabellen units har kolonnen staff en værdi")


@pytest.mark.parametrize("name", ["source.db", "source.db-wal", "", "none/b", "source.db/b"])
def test_a_backup_is_not_written_over_anything_else(tmp_path, name):
    url = f"sqlite:///{tmp_path / 'source.db'}"
    migrate(url)
    before = content(url)
    with pytest.raises(InputError, match="vælg e"):
        backup_of(url, tmp_path / name)
    assert content(url) == before


def test_a_folder_that_cannot_be_written_to_is_said_to_be_so(file, tmp_path):
    (tmp_path / "b.part").mkdir()
    with pytest.raises(InputError, match="kunne ikke skrives"):
        backup_of(f"sqlite:///{tmp_path / 'source.db'}", tmp_path / "b")
