"""Opens a page as a person would: through the front door, as somebody, on a database of its own."""

import os
import shutil
from functools import cache
from pathlib import Path

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from models.storage.engine import migrate
from pages.respond import limits

MAIN = Path(__file__).parents[2] / "pages" / "main.py"


@pytest.fixture(scope="session", autouse=True)
def _packages_searched_once():
    # Each AppTest searches every installed package for components: four fifths of a page's time.
    with pytest.MonkeyPatch.context() as patch:
        search = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", search)
        yield


@pytest.fixture(autouse=True)
def _nobody_has_tried_codes():
    limits.forget()


@pytest.fixture(scope="session")
def migrated_database(tmp_path_factory):
    path = tmp_path_factory.mktemp("migrated") / "pejling.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def own_database(migrated_database, tmp_path, monkeypatch):
    """The address of a fresh database, which the pages and `database()` use for this test."""
    path = tmp_path / "pejling.db"
    shutil.copy(migrated_database, path)
    monkeypatch.setenv("PEJLING_DATABASE_URL", f"sqlite:///{path}")
    for name in [name for name in os.environ if name.startswith(("PEJLING_OIDC_", "PEJLING_LANG"))]:
        monkeypatch.delenv(name, raising=False)
    return f"sqlite:///{path}"


@pytest.fixture
def open_app(own_database):
    """open_app(role, "steward/targets", unit="enhed", strategy="hovedstaden") -> AppTest.

    Chooses the role (and own unit) as the picker of local mode does; the rest are query parameters.
    Any exception on the page is a failure: a page that throws still shows its title.
    """

    def opened(role, page=None, *, unit=None, language="da", **query):
        app = AppTest.from_file(str(MAIN), default_timeout=30)
        app.session_state["role"] = role.value
        app.session_state["language"] = language
        if unit:
            app.session_state["unit"] = unit
        if page:
            # Straight to its address, as by a link: "/" would draw the role's landing page first.
            app.query_params.update(query)
            app.switch_page(f"{page}.py")
        app.run()
        assert not app.exception
        return app

    return opened
