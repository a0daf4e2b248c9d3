"""A migration that is killed, that finds the disk full, or that is not alone, loses nothing."""

import pytest
from sqlalchemy import inspect

from models.storage.engine import connect
from models.storage.tables.base import Base
from tests.examples import examples
from tests.models.storage.migrating import killed_on_the_way, race, without_room
from tests.models.storage.tables.test_results_as_rows import fill
from tests.threadless import without_threads


@pytest.fixture(params=["empty", "in use"])
def old_url(request, any_url):
    """A database before its newest migrations: an empty one, or one that is in use."""
    if request.param == "in use":
        fill(any_url)
    return any_url


def is_whole(url):
    engine = connect(url)
    names = set(inspect(engine).get_table_names())
    engine.dispose()
    return names == {*Base.metadata.tables, "alembic_version"}


def test_a_migration_killed_at_any_statement_has_changed_nothing_and_can_be_run_again(old_url):
    stride = examples(10 if old_url.startswith("sqlite") else 30, thorough=1)
    outcome = without_threads(killed_on_the_way, old_url, stride)
    assert outcome["changed"] == []
    assert outcome["stops"] > 20 / stride
    assert is_whole(old_url)


def test_a_migration_on_a_full_disk_has_changed_nothing_and_can_be_run_again(tmp_path):
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    fill(url)
    outcome = without_threads(without_room, url, 16 * 1024)
    assert outcome["changed"] == []
    assert outcome["stops"] > 3
    assert is_whole(url)


def test_migrations_at_once_wait_for_each_other(old_url):
    assert without_threads(race, old_url, 4)["stops"] == 0
    assert is_whole(old_url)
