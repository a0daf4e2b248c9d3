"""Every service with a database checks the table of rights, some of them for the unit."""

import inspect
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd
import pytest
from numpy.random import default_rng

from models.access import Role, Viewer, may
from models.errors import Refused, SteeringError
from models.services.culture.method import MethodRequest, MethodView
from models.services.culture.results import released_waves
from models.services.culture.view import CultureRequest, View
from models.services.demo.region import SHAPES, Size
from models.services.demo.steps import Steps
from models.services.demo.truth import SECOND
from models.services.files.writing import FileForm
from models.services.promises.scoreboard import Scoreboard
from models.services.promises.status_changes import Moment
from models.services.waves import lifecycle
from models.services.year.annual_status import annual_status
from models.steering.explanation import Explanation
from models.steering.owner import Owner
from models.storage import releases
from models.storage.engine import connect, unit_of_work
from models.storage.tables.base import Base
from models.strategy.paper.load import load
from models.strategy.rule.assessment import Status
from models.wording import words
from survey.errors import SurveyError
from tests.builders import a_target, a_wave, an_observation, an_organisation
from tests.models.services.culture import culture_builders
from tests.models.services.rights import ASKS, DOORS, OF_UNIT, SERVICES, STEPS

SECTION, REACHES_IT = "A1", {"A1", "A", "R"}
VIEWERS = [
    *(Viewer("nogen", Role.DEPARTMENT, unit_id) for unit_id in ("A1", "A", "A2", "B", None)),
    *(Viewer("nogen", role, "B") for role in Role if role is not Role.DEPARTMENT),
]
WAVE, DAY = "kultur-2026", date(2026, 6, 1)
STEWARD = Viewer("tovholder", Role.STEWARD)
# Where it cannot be a folder, so that nothing is written.
THIS_FILE = Path(__file__)


@pytest.fixture(scope="module")
def world():
    """A region with a released wave, and the arguments of every service by their names."""
    engine = connect("sqlite://")
    Base.metadata.create_all(engine)
    with unit_of_work(engine) as db:
        culture_builders.release(db)
        release = releases.get(db, WAVE)
        (released_wave,) = released_waves(db, by=STEWARD)
        # What the invented region would call its wave.
        name = "Innovationskultur 2026 opdigtet"
        lifecycle.create(db, name, instrument_id="rik-30", smallest_group=5, by=STEWARD)
        status = annual_status(db, "hovedstaden", 2025, knowledge_date=DAY, by=STEWARD)
    arguments = {
        "answers": {"FUN1": 1},
        "approved_on": DAY,
        "as_of": DAY,
        "at": datetime(2026, 6, 1, tzinfo=UTC),
        "before": released_wave,
        "chance": default_rng(1),
        "claimed": (),
        "comment_id": "en-kommentar",
        "criterion_id": "HOV-T2-C9",
        "criterion_ids": ["HOV-T2-C9"],
        "entry": 1,
        "expires": DAY,
        "explanation": Explanation("HOV-T2-C9", "for få hold"),
        "first_day": DAY,
        "last_day": DAY,
        "folder": THIS_FILE,
        "done": True,
        "due_on": DAY,
        "file": THIS_FILE,
        "file_form": FileForm.XLSX,
        "form": "html",
        "idea_id": "idea-x",
        "innovation_type": None,
        "instrument_id": "rik-30",
        "knowledge_date": DAY,
        "minutes": "MED 3/2026",
        "name": "Kultur 2030",
        "now": datetime(2026, 6, 1, tzinfo=UTC),
        "number": SECOND,
        "observation": an_observation(),
        "on": DAY,
        "owner": Owner("Ida Holm"),
        "outcomes": (),
        "path": THIS_FILE,
        "planned": DAY,
        "position": 1,
        "reason": "Datafejl i indberetning fra to hospitaler.",
        "ref": DAY,
        "receipt": "",
        "release": release,
        "reminders_due": (),
        "root": culture_builders.REGION[0],
        "status": status,
        "respondents": pd.DataFrame(),
        "seed": 1,
        "shape": SHAPES[Size.S],
        "show": True,
        "size": "S",
        "smallest_group": 5,
        "source": "demo S",
        "steps": Steps(None, of=1),
        "strategy_id": "hovedstaden",
        "responsible": "TRIO",
        "target": a_target(),
        "thing": "wave:kultur-2026",
        "text": "Mindre støj om natten",
        "title": "Stille vogne",
        "tree": an_organisation(),
        "until": DAY,
        "url": f"sqlite:///{THIS_FILE / 'none.db'}",
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
        "updates.overrides.propose": {"status": Status.AT_RISK},
        "gaps.of_board": {
            "board": Scoreboard(load("hovedstaden"), DAY, None, "R1", (), (), {}, 0, 0, 0)
        },
        "promises.status_changes.status_changes": {"before": Moment(DAY), "after": Moment(DAY)},
        "culture.view.culture_view": {"request": CultureRequest(WAVE, SECTION, View.MAP)},
    }
    yield engine, {place: arguments | special.get(place, {}) for place in ASKS}
    engine.dispose()


def an_empty_board():
    return Scoreboard(load("hovedstaden"), DAY, None, "R1", (), (), {}, 0, 0, 0)


class _TakeBack(Exception):
    """Ends a unit of work so that nothing of it stays."""


def is_refused(world, place, by):
    """Whether the service refuses the viewer; any other broken rule comes after the guard."""
    engine, arguments = world
    service = SERVICES[place]
    parameters = inspect.signature(service).parameters
    needed = [
        name
        for name, parameter in parameters.items()
        if parameter.default is parameter.empty and name not in {"db", "by"}
    ]
    with pytest.raises(_TakeBack), unit_of_work(engine, answers=True) as db:  # noqa: PT012
        try:
            database = [db] if "db" in parameters else []
            service(*database, **{name: arguments[place][name] for name in needed}, by=by)
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
    assert without == STEPS | DOORS.keys()
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
