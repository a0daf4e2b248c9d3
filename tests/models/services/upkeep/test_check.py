"""Each fault of an installation is found and counted, without a row's content."""

from pathlib import Path

import pytest
from sqlalchemy import text

from models.access import Role, Viewer
from models.errors import DatabaseUnavailable, Refused
from models.services import upkeep
from models.services.upkeep.backup import restore
from models.services.upkeep.check import CHECKS, check
from models.storage import Db
from models.storage.engine import connect, migrate
from models.storage.whole import integrity
from tests.models.services.upkeep.conftest import OPERATOR

CODES = [code for code, _about, _faults in CHECKS]
BY_STATEMENT = {
    "units": "UPDATE units SET parent_id = 'A1' WHERE id = 'A'",
    "waves": "DELETE FROM structures WHERE wave_id = 'kultur-2030'; "
    "UPDATE waves SET instrument_id = 'x' WHERE id = 'kultur-2028'; "
    "DELETE FROM wave_questionnaires WHERE wave_id = 'kultur-2028'",
    "releases": "UPDATE release_cells SET mean = 66 WHERE unit_id = 'R' AND measure = 'index'",
    "strays": "UPDATE responses SET unit_id = 'A9' WHERE wave_id = 'kultur-2026'",
    "drafts": "INSERT INTO drafts VALUES ('hash', 'kultur-2026', '{}')",
    "criteria": "UPDATE targets SET criterion_id = 'HOV-X'",
    "trace": "UPDATE trace SET who = 'en anden' WHERE entry = 2",
}
# What SQLite takes in a column of another kind.
STRANGE = {
    "a text for a number": "UPDATE units SET staff = 'mange' WHERE id = 'A'",
    "a text for a figure": "UPDATE observations SET value = '1e5x'",
    "bytes for a text": "UPDATE units SET name = x'41' WHERE id = 'A'",
    "no day": "UPDATE targets SET due = '2026-02-30'",
    "a number for a day": "UPDATE targets SET set_on = 2026",
    "neither yes nor no": "UPDATE targets SET sticky = 7",
}
ON_A_SERVER = {
    "numbering": "SELECT setval(pg_get_serial_sequence('targets', 'entry'), 1, false)",
    "walls": "GRANT SELECT ON responses TO PUBLIC",
    "tables": "ALTER TABLE waves DROP CONSTRAINT ck_waves_state",
}
MEMBER = "INSERT INTO members VALUES ('i', 't', 0, 0.5)"


def faults(url):
    return {finding.check: finding.faults for finding in check(url, by=OPERATOR)}


def broken(url):
    return {code: number for code, number in faults(url).items() if number != 0}


def execute(url, statements):
    engine = connect(url)
    with engine.connect() as connection:
        if url.startswith("sqlite"):
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        for statement in statements.split("; "):
            connection.exec_driver_sql(statement)
        connection.commit()
    engine.dispose()


def test_an_installation_without_faults_has_none(small_url):
    assert faults(small_url) == dict.fromkeys(CODES, 0)


@pytest.mark.measured
def test_each_fault_in_the_rows_is_found_alone(small_url):
    execute(small_url, "; ".join(BY_STATEMENT.values()))
    assert broken(small_url) == {
        "units": 1, "waves": 1, "releases": 1, "strays": 1, "drafts": 1, "criteria": 1,
        "trace": 1,
    }  # fmt: skip


def test_a_row_that_refers_to_nothing_is_found(small_url):
    execute(small_url, MEMBER)
    assert broken(small_url) == {"references": 2}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE waves SET state = 'closed' WHERE id = 'kultur-2026'",
        "UPDATE waves SET state = 'draft' WHERE id = 'kultur-2028'",
        "UPDATE marks SET value = '' WHERE name LIKE 'secret%'",
    ],
)
def test_a_wave_whose_state_does_not_go_with_what_is_stored_is_found(small_file, statement):
    execute(small_file, statement)
    assert broken(small_file)["waves"] == 1


def test_a_value_of_another_kind_than_its_columns_is_found(small_file):
    engine = connect(small_file)
    for kind, statement in STRANGE.items():
        with Db(engine) as db:
            db.execute(text(statement))
            assert integrity.value_faults(db) == 1, kind
    engine.dispose()


def test_a_text_that_says_nothing_any_more_is_a_fault(small_file):
    execute(small_file, "UPDATE releases SET published = '{'")
    assert broken(small_file) == {"waves": 1, "releases": 1}


def test_tables_that_are_not_those_of_the_program_are_found_and_the_rest_is_not_read(small_file):
    execute(small_file, "DROP INDEX ix_observations_criterion_id")
    after = CODES[CODES.index("tables") + 1 :]
    assert broken(small_file) == {"tables": 1, **dict.fromkeys(after)}


@pytest.mark.parametrize("fault", ON_A_SERVER)
def test_a_fault_that_only_a_server_can_have_is_found(postgresql_url, small_backup, fault):
    restore(postgresql_url, small_backup, by=OPERATOR)
    execute(postgresql_url, ON_A_SERVER[fault])
    counts = broken(postgresql_url)
    # PUBLIC may read the three columns that each of the two roles may not.
    assert counts[fault] == {"numbering": 1, "walls": 6, "tables": 1}[fault]


def test_a_role_that_may_log_in_or_is_missing_is_a_hole_in_the_wall(postgresql_url, small_backup):
    restore(postgresql_url, small_backup, by=OPERATOR)
    role = "pejling_pages_postgres"
    execute(postgresql_url, f"ALTER ROLE {role} LOGIN")
    assert broken(postgresql_url) == {"walls": 1}
    execute(postgresql_url, f"ALTER ROLE {role} RENAME TO pejling_pages_elsewhere")
    assert broken(postgresql_url) == {"walls": 1}
    execute(
        postgresql_url,
        f"ALTER ROLE pejling_pages_elsewhere RENAME TO {role}; ALTER ROLE {role} NOLOGIN",
    )


def test_what_cannot_be_read_does_not_keep_the_next_check_from_reading(any_url, monkeypatch):
    migrate(any_url)
    unreadable = ("a", "", lambda db: db.scalar(text("SELECT count(*) FROM no_such_table")))
    monkeypatch.setattr(upkeep.check, "CHECKS", (unreadable, ("b", "", integrity.revision_faults)))
    assert faults(any_url) == {"a": None, "b": 0}


def test_a_database_of_an_earlier_revision_is_only_said_to_be_so(any_old_url):
    after = CODES[CODES.index("revision") + 1 :]
    assert broken(any_old_url) == {"revision": 1, **dict.fromkeys(after)}


def test_a_damaged_file_is_found(small_file):
    engine = connect(small_file)
    with engine.connect() as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'responses'"
        page = connection.exec_driver_sql(query).scalar()
    engine.dispose()
    with Path(small_file.removeprefix("sqlite:///")).open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 100)
    counts = broken(small_file)
    assert counts.pop("file") in (None, *range(1, 101))
    assert counts == {"values": None, "strays": None}


def test_the_check_changes_nothing_and_makes_no_database(tmp_path):
    with pytest.raises(DatabaseUnavailable):
        check(f"sqlite:///{tmp_path / 'none.db'}", by=OPERATOR)
    assert list(tmp_path.iterdir()) == []


def test_only_who_operates_the_installation_may_check_it():
    with pytest.raises(Refused):
        check("sqlite://", by=Viewer("tovholder", Role.STEWARD))
