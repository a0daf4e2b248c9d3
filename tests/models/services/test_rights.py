"""Every service that is given a database asks the table of rights, some of them on the unit."""

import inspect
from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from models import services
from models.access import Permission, Role, Viewer, may
from models.errors import Refused, SteeringError
from models.services.culture.method import MethodRequest, MethodView
from models.services.culture.results import released_waves
from models.services.culture.view import CultureRequest, View
from models.services.year.annual_status import annual_status
from models.storage import Db, releases
from models.storage.engine import connect, unit_of_work
from models.storage.tables.base import Base
from models.wording import words
from survey.errors import SurveyError
from tests.builders import a_target, a_wave, an_observation
from tests.models.services.culture import culture_builders

# The folders whose services are in the tables below.
ROOMS = ("culture", "ideas", "promises", "units", "year")
# Only services call these, after they have asked who it is.
STEPS = {
    "culture.results.all_releases",
    "culture.results.published_cells",
    "promises.scoreboard.assess_strategy",
    "promises.target_in_force.promised_due",
    "promises.target_in_force.targets_in_force",
    "units.organisation_of",
    "units.wave_organisation",
    "units.wave_units",
}
# What each of the others needs.
ASKS = {
    "culture.actions.agree": Permission.AGREE_ACTION,
    "culture.actions.newest": Permission.SEE_OWN_CULTURE,
    "culture.actions.share_with_plan": Permission.SEE_CULTURE,
    "culture.change.development": Permission.SEE_CULTURE,
    "culture.levels.levels_below": Permission.SEE_CULTURE,
    "culture.method.culture_method": Permission.SEE_CULTURE,
    "culture.own_unit.view": Permission.SEE_OWN_CULTURE,
    "culture.results.published_csv": Permission.SEE_CULTURE,
    "culture.results.released_waves": Permission.SEE_OWN_CULTURE,
    "culture.view.culture_view": Permission.SEE_CULTURE,
    "ideas.group_ideas": Permission.GROUP_IDEAS,
    "ideas.import_ideas": Permission.IMPORT,
    "ideas.own_ideas": Permission.SUGGEST_IDEA,
    "ideas.portfolio": Permission.SEE_IDEAS,
    "ideas.suggest": Permission.SUGGEST_IDEA,
    "promises.criterion_from_survey.feed": Permission.RELEASE_WAVE,
    "promises.criterion_from_survey.feed_from_earlier": Permission.SET_TARGET,
    "promises.detectable.detectable_change": Permission.SEE_SCOREBOARD,
    "promises.observations.import_observations": Permission.IMPORT,
    "promises.observations.of": Permission.SEE_SCOREBOARD,
    "promises.observations.record": Permission.RECORD_OBSERVATION,
    "promises.scoreboard.scoreboard": Permission.SEE_SCOREBOARD,
    "promises.targets.history": Permission.SEE_SCOREBOARD,
    "promises.targets.import_targets": Permission.IMPORT,
    "promises.targets.set_target": Permission.SET_TARGET,
    "units.import_units": Permission.IMPORT,
    "units.organisation": Permission.SEE_UNITS,
    "year.annual_status.annual_status": Permission.SEE_ANNUAL_STATUS,
    "year.file.document": Permission.SEE_ANNUAL_STATUS,
    "year.file.write_annual": Permission.SEE_ANNUAL_STATUS,
}
# To these a department's own unit matters; they are asked about the section, which lies below two.
OF_UNIT = {"culture.actions.agree", "culture.actions.newest", "culture.own_unit.view"}
SECTION, REACHES_IT = "A1", {"A1", "A", "R"}
VIEWERS = [
    *(Viewer("nogen", Role.DEPARTMENT, unit_id) for unit_id in ("A1", "A", "A2", "B", None)),
    *(Viewer("nogen", role, "B") for role in Role if role is not Role.DEPARTMENT),
]
WAVE, DAY = "kultur-2026", date(2026, 6, 1)
STEWARD = Viewer("tovholder", Role.STEWARD)
# Where it cannot be a folder, so that nothing is written.
THIS_FILE = Path(__file__)


def discovered():
    """Every public function of the services that takes a database, by its place in the house."""
    functions = {}
    for info in walk_packages(services.__path__, "models.services."):
        module = import_module(info.name)
        place = info.name.removeprefix("models.services.")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == info.name and not name.startswith("_")
            if own and place.split(".")[0] in ROOMS and takes_database(function):
                functions[f"{place}.{name}"] = function
    return functions


def takes_database(function):
    return any(p.annotation is Db for p in inspect.signature(function).parameters.values())


SERVICES = discovered()


@pytest.fixture(scope="module")
def world():
    """A region with a released wave, and the arguments of every service by their names."""
    engine = connect("sqlite://")
    Base.metadata.create_all(engine)
    with unit_of_work(engine) as db:
        culture_builders.release(db)
        release = releases.get(db, WAVE)
        (released_wave,) = released_waves(db, by=STEWARD)
        status = annual_status(db, "hovedstaden", 2025, knowledge_date=DAY, by=STEWARD)
    arguments = {
        "as_of": DAY,
        "before": released_wave,
        "criterion_id": "HOV-T2-C9",
        "folder": THIS_FILE,
        "due_on": DAY,
        "form": "html",
        "knowledge_date": DAY,
        "observation": an_observation(),
        "on": DAY,
        "path": THIS_FILE,
        "release": release,
        "root": culture_builders.REGION[0],
        "status": status,
        "strategy_id": "hovedstaden",
        "responsible": "TRIO",
        "target": a_target(),
        "text": "Mindre støj om natten",
        "title": "Stille vogne",
        "wave": a_wave(id=WAVE),
        "wave_id": WAVE,
        "what": "Tavlemøde hver fredag",
        "unit_id": SECTION,
        "unit_ids": [SECTION],
        "words": words("da"),
        "year": 2025,
    }
    special = {
        "culture.actions.share_with_plan": {"release": released_wave},
        "culture.change.development": {"release": released_wave},
        "culture.levels.levels_below": {"release": released_wave},
        "culture.method.culture_method": {"request": MethodRequest(WAVE, MethodView.GROUPS)},
        "culture.view.culture_view": {"request": CultureRequest(WAVE, SECTION, View.MAP)},
    }
    yield engine, {place: arguments | special.get(place, {}) for place in ASKS}
    engine.dispose()


class _TakeBack(Exception):
    """Ends a unit of work so that nothing of it stays."""


def is_refused(world, place, by):
    """Whether the service refuses the viewer; any other broken rule comes after the guard."""
    engine, arguments = world
    service = SERVICES[place]
    needed = [
        name
        for name, parameter in inspect.signature(service).parameters.items()
        if parameter.default is parameter.empty and name not in {"db", "by"}
    ]
    with pytest.raises(_TakeBack), unit_of_work(engine, answers=True) as db:  # noqa: PT012
        try:
            service(db, **{name: arguments[place][name] for name in needed}, by=by)
        except Refused:
            refused = True
        except (SteeringError, SurveyError):
            refused = False
        else:
            refused = False
        raise _TakeBack
    return refused


def test_every_service_asks_who_it_is_or_stands_in_a_list_with_its_reason():
    without = {
        place
        for place, function in SERVICES.items()
        if "by" not in inspect.signature(function).parameters
    }
    assert without == STEPS
    assert SERVICES.keys() - without == ASKS.keys()


@pytest.mark.parametrize("place", ASKS)
def test_who_it_is_is_never_left_to_a_default(place):
    by = inspect.signature(SERVICES[place]).parameters["by"]
    assert (by.annotation, by.kind, by.default) == (Viewer, by.KEYWORD_ONLY, by.empty)


@pytest.mark.parametrize("place", ASKS)
def test_a_service_lets_in_whom_the_table_lets_in_and_nobody_else(world, place):
    for by in VIEWERS:
        is_bound = place in OF_UNIT and by.role is Role.DEPARTMENT
        allowed = may(by.role, ASKS[place]) and (not is_bound or by.unit_id in REACHES_IT)
        assert is_refused(world, place, by) is not allowed, by
