"""Pages of malformed waves: each opens, names the fault, and shows no small figure."""

import shutil
from datetime import date

import pytest

from models.access import Role, Viewer
from models.services.opening import opened
from models.services.release import publish
from models.services.waves import answer_import, lifecycle
from models.storage import units
from tests.survey.builders import CULTURE
from tests.survey.release.test_bad_waves import BAD

ON = date(2026, 3, 1)
BY = Viewer("tovholder", Role.STEWARD)
SHIPPED = {name: bad for name, bad in BAD.items() if bad[2] is CULTURE}
PAGES = (
    (Role.DEPARTMENT, "department/own_culture"),
    (Role.LEADERSHIP, "leadership/culture"),
    (Role.LEADERSHIP, "leadership/culture_method"),
)


def released(url, answers, tree):
    with opened(url) as db:
        units.replace(db, tree.units)
        wave = lifecycle.create(
            db, "Kultur", instrument_id="rik-30", smallest_group=5, approved_on=ON, minutes="MED",
            closed_on=ON, by=BY,
        )  # fmt: skip
        if len(answers):
            answer_import.keep(db, wave, answers, by=BY)
        publish.release_wave(db, wave.id, by=BY, on=ON)


@pytest.fixture(scope="module", params=SHIPPED.values(), ids=SHIPPED)
def bad_wave(request, migrated_database, tmp_path_factory):
    """The file of a database with the release of a bad wave, and its units; copy it before use."""
    answers, tree, _ = request.param
    path = shutil.copy(migrated_database, tmp_path_factory.mktemp("bad") / "pejling.db")
    released(f"sqlite:///{path}", answers, tree)
    return path, tree


@pytest.fixture
def wave(bad_wave, own_database):
    path, tree = bad_wave
    shutil.copy(path, own_database.removeprefix("sqlite:///"))
    return tree


def texts(app):
    return " ".join(str(element.value) for element in [*app.markdown, *app.info, *app.warning])


@pytest.mark.parametrize(("role", "page"), PAGES)
def test_every_page_of_a_bad_wave_opens_and_has_something_to_say(open_app, wave, role, page):
    app = open_app(role, page, unit=wave.units[-1].id)
    assert app.title
    assert texts(app)


def test_a_unit_too_small_in_a_bad_wave_is_shown_no_figure_of_its_own(open_app, own_database):
    answers, tree, _ = BAD["one unit below k beside a large one"]
    released(own_database, answers, tree)
    app = open_app(Role.DEPARTMENT, "department/own_culture", unit="b")
    assert "nogen kunne genkendes" in texts(app)
