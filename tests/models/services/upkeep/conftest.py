"""A small installation as a backup, to be restored in a test."""

from datetime import UTC, datetime

import pytest

from models.access import Role, Viewer
from models.services.promises import targets
from models.services.release import publish
from models.services.upkeep.backup import back_up, restore
from models.services.waves import lifecycle
from models.storage.answers import drafts
from models.storage.engine import connect, migrate, unit_of_work
from models.storage.steering import observations
from tests.builders import ANSWERS, a_target, an_observation
from tests.models.services.survey_builders import (
    CLOSED,
    OPENED,
    RELEASED,
    STEWARD,
    a_wave,
    an_open_wave,
    send,
)
from tests.models.storage.tables.test_results_as_rows import fill

OPERATOR = Viewer("drift", Role.ADMINISTRATOR)
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def small_backup(tmp_path_factory):
    """The backup of an installation with a released wave, an open one, targets and observations."""
    folder = tmp_path_factory.mktemp("small")
    url = f"sqlite:///{folder / 'pejling.db'}"
    migrate(url)
    engine = connect(url)
    with unit_of_work(engine, answers=True) as db:
        wave, _links = an_open_wave(db)
        send(db, wave, "A1", times=9)
        lifecycle.close_wave(db, wave.id, by=STEWARD, on=CLOSED)
        publish.release_wave(db, wave.id, by=STEWARD, on=RELEASED)
        later = a_wave(db, "Kultur 2028")
        lifecycle.open_wave(db, later.id, by=STEWARD, on=OPENED)
        send(db, later, "A1", times=3, start=100)
        drafts.save(db, "key", later.id, ANSWERS)
        a_wave(db, "Kultur 2030")
        targets.set_target(db, a_target(), by=STEWARD, on=CLOSED)
        observations.add_all(db, [an_observation()])
    engine.dispose()
    file = folder / "pejling.backup"
    back_up(url, file, by=OPERATOR, at=NOON)
    return file


@pytest.fixture
def small_url(small_backup, any_url):
    """A database of each kind that it is restored into."""
    restore(any_url, small_backup, by=OPERATOR)
    return any_url


@pytest.fixture
def any_old_url(any_url):
    """A database of each kind as the first revision left it, with waves in several states."""
    fill(any_url)
    return any_url


@pytest.fixture
def small_file(small_backup, tmp_path):
    """An SQLite database that the small installation is restored into."""
    url = f"sqlite:///{tmp_path / 'pejling.db'}"
    restore(url, small_backup, by=OPERATOR)
    return url
