"""The invented region for those who only look at it."""

import shutil

import pytest

from models.services.opening import opened


@pytest.fixture(scope="session")
def demo_db(demo_database, tmp_path_factory):
    """The invented region of size S, open; whoever writes in it must take it back."""
    path = tmp_path_factory.mktemp("invented") / "pejling.db"
    shutil.copy(demo_database, path)
    with opened(f"sqlite:///{path}") as db:
        yield db
