"""A cached answer is handed to nobody whom the service would refuse."""

import inspect
from datetime import date

import pytest

from models.access import Permission, Role, Viewer, may
from models.errors import Refused
from models.services.culture.method import MethodRequest, MethodView
from models.services.culture.view import CultureRequest, View
from models.services.promises.status_changes import Moment
from pages.shell import cache
from pages.shell.database import Db, database
from tests.models.services.culture.culture_builders import release

WAVE, SECTION, REACHES_IT = "kultur-2026", "A1", {"A1", "A", "R"}
VIEWERS = [
    *(Viewer("nogen", Role.DEPARTMENT, unit_id) for unit_id in ("A1", "A", "A2", "B", None)),
    *(Viewer("nogen", role, "B") for role in Role if role is not Role.DEPARTMENT),
]
ASKS = {
    "board": Permission.SEE_SCOREBOARD,
    "changes": Permission.SEE_SCOREBOARD,
    "culture": Permission.SEE_CULTURE,
    "culture_method": Permission.SEE_CULTURE,
    "organisation": Permission.SEE_UNITS,
    "planned": Permission.SEE_CULTURE,
    "own_culture": Permission.SEE_OWN_CULTURE,
    "released_waves": Permission.SEE_OWN_CULTURE,
}
DAY = date(2026, 1, 1)
ARGUMENTS = {
    "board": ("hovedstaden",),
    "changes": ("hovedstaden",),
    "culture": (CultureRequest(WAVE, SECTION, View.MAP),),
    "culture_method": (MethodRequest(WAVE, MethodView.GROUPS),),
    "own_culture": (SECTION, WAVE),
}
# What is given by name.
NAMED = {
    "board": {"as_of": DAY, "knowledge_date": DAY},
    "changes": {"before": Moment(DAY, DAY), "after": Moment(DAY, DAY)},
}


def is_refused(name, by):
    try:
        with database() as db:
            arguments = ARGUMENTS.get(name, ())
            if name == "planned":
                wave = cache.released_waves(db, by=Viewer("nogen", Role.LEADERSHIP))[0]
                arguments = (wave, SECTION)
            getattr(cache, name)(db, *arguments, **NAMED.get(name, {}), by=by)
    except Refused:
        return True
    return False


def test_every_cached_answer_is_asked_for_by_somebody():
    functions = inspect.getmembers(cache, inspect.isfunction)
    cached = {
        name
        for name, function in functions
        if any(p.annotation is Db for p in inspect.signature(function).parameters.values())
        and not name.startswith("_")
    }
    assert cached == ASKS.keys()


@pytest.mark.parametrize("name", ASKS)
def test_an_answer_that_others_have_had_is_given_to_nobody_else(own_database, name):
    with database() as db:
        release(db)
    # Twice: the second time everything that may be in the cache is there.
    for by in (*VIEWERS, *VIEWERS):
        is_bound = name == "own_culture" and by.role is Role.DEPARTMENT
        allowed = may(by.role, ASKS[name]) and (not is_bound or by.unit_id in REACHES_IT)
        assert is_refused(name, by) is not allowed, by
