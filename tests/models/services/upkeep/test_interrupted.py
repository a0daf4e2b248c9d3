"""A backup or a restore that is killed, or finds the disk full, loses nothing."""

import pytest

from models.services.upkeep.backup import back_up
from models.storage.engine import migrate
from tests.examples import examples
from tests.models.services.upkeep.conftest import NOON, OPERATOR
from tests.models.services.upkeep.stopping import killed_on_the_way, without_room
from tests.threadless import without_threads


@pytest.fixture
def old_file(tmp_path, small_backup):
    """The backup of an empty installation, with a name that a new one is written to."""
    url = f"sqlite:///{tmp_path / 'empty.db'}"
    migrate(url)
    back_up(url, tmp_path / "backup", by=OPERATOR, at=NOON)
    return tmp_path / "backup"


def test_a_backup_killed_anywhere_leaves_the_old_one_and_nothing_that_others_may_read(
    small_url, small_backup, old_file
):
    outcome = without_threads(
        killed_on_the_way, "backup", small_url, old_file, examples(9, thorough=1)
    )
    assert outcome["changed"] == []
    assert outcome["stops"] > 1
    assert old_file.read_bytes() == small_backup.read_bytes()


def test_a_backup_on_a_full_disk_leaves_the_old_one(small_file, small_backup, old_file):
    outcome = without_threads(without_room, "backup", small_file, old_file, 2000)
    assert outcome["changed"] == []
    assert outcome["stops"] > 1
    assert old_file.read_bytes() == small_backup.read_bytes()
    assert not old_file.with_name("backup.part").exists()


@pytest.mark.parametrize("place", examples(["in use"], thorough=["in use", "empty"]))
def test_a_restore_killed_anywhere_has_changed_nothing_and_can_be_run_again(
    place, any_url, small_backup, tmp_path
):
    if place == "in use":
        migrate(any_url)
    stride = examples(50 if any_url.startswith("sqlite") else 120, thorough=1)
    outcome = without_threads(killed_on_the_way, "restore", any_url, small_backup, stride)
    assert outcome["changed"] == []
    assert outcome["stops"] >= max(2, 50 / stride)
    assert_restored(any_url, small_backup, tmp_path)


@pytest.mark.measured
def test_a_restore_on_a_full_disk_has_changed_nothing(small_file, small_backup, tmp_path):
    outcome = without_threads(without_room, "restore", small_file, small_backup, 80 * 1024)
    assert outcome["changed"] == []
    assert outcome["stops"] > 1
    assert_restored(small_file, small_backup, tmp_path)


def assert_restored(url, file, tmp_path):
    back_up(url, tmp_path / "again", by=OPERATOR, at=NOON)
    assert (tmp_path / "again").read_bytes() == file.read_bytes()
