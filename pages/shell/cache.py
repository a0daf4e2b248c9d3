"""Results of services, cached until the data they depend on change.

Each function here calls one service and keeps the answer while the stamp beside it is the same.
A cached answer is given to viewers of the same role only, and where the service looks at units, of
the same unit: the service has let these in.
"""

from dataclasses import replace
from datetime import date

import streamlit as st

from models.access import Role, Viewer
from models.report.own_culture.own_culture import OwnCulture
from models.services import units
from models.services.culture import actions, method, own_unit, results, view
from models.services.culture.actions import Planned
from models.services.culture.method import CultureMethod, MethodRequest
from models.services.culture.results import ReleasedWave
from models.services.culture.view import CultureRequest, CultureView
from models.services.promises import scoreboard, status_changes
from models.services.promises.scoreboard import Scoreboard
from models.services.promises.status_changes import Moment, StatusChanges
from models.settings import settings
from models.storage import Db, stamps
from survey.asking.organisation import Organisation


def organisation(db: Db, *, by: Viewer) -> Organisation | None:
    """The register of units as it stands today; None while there is none."""
    return _organisation(settings().database_url, stamps.units(db), by.role, db, by)


def released_waves(db: Db, *, by: Viewer) -> tuple[ReleasedWave, ...]:
    """Every released wave, the newest first."""
    return _released_waves(settings().database_url, stamps.releases(db), by.role, db, by)


def culture(db: Db, request: CultureRequest, *, by: Viewer) -> CultureView:
    """As `models.services.culture.view.culture_view`; the plans are at most a minute old."""
    url, stamp = settings().database_url, stamps.releases(db)
    answer = _culture(url, stamp, by.role, request, db, by)
    places = (request.wave_id, request.unit_id)
    planned = _planned(url, stamp, by.role, places, answer.release, db, by)
    return replace(answer, planned=planned)


def planned(db: Db, release: ReleasedWave, unit_id: str, *, by: Viewer) -> Planned:
    """As `models.services.culture.actions.share_with_plan`; at most a minute old."""
    places = (release.wave.id, unit_id)
    return _planned(settings().database_url, stamps.releases(db), by.role, places, release, db, by)


def culture_method(db: Db, request: MethodRequest, *, by: Viewer) -> CultureMethod:
    """As `models.services.culture.method.culture_method`."""
    return _culture_method(settings().database_url, stamps.releases(db), by.role, request, db, by)


def own_culture(db: Db, unit_id: str, wave_id: str, *, by: Viewer) -> OwnCulture | None:
    """As `models.services.culture.own_unit.view`; what was agreed is always read anew."""
    url, stamp = settings().database_url, stamps.releases(db)
    answer = _own_culture(url, stamp, by.role, by.unit_id, unit_id, wave_id, db, by)
    return answer and replace(answer, agreed=actions.newest(db, wave_id, unit_id, by=by))


def board(
    db: Db, strategy_id: str, *, as_of: date, knowledge_date: date | None, by: Viewer
) -> Scoreboard:
    """As `models.services.promises.scoreboard.scoreboard`; the same object for everybody."""
    url, stamp = settings().database_url, stamps.promises(db)
    return _board(url, stamp, by.role, strategy_id, as_of, knowledge_date, db, by)


# A database that was restored may have the stamp of the one before.
@st.cache_resource(max_entries=60, ttl=60, show_spinner=False)
def _board(
    url: str,
    stamp: str,
    role: Role,
    strategy_id: str,
    as_of: date,
    knowledge_date: date | None,
    _db: Db,
    _by: Viewer,
) -> Scoreboard:
    return scoreboard.scoreboard(
        _db, strategy_id, as_of=as_of, knowledge_date=knowledge_date, by=_by
    )


def changes(
    db: Db, strategy_id: str, *, before: Moment, after: Moment, by: Viewer
) -> StatusChanges:
    """As the service of promises with the statuses that changed; the same object for everybody."""
    url, stamp = settings().database_url, stamps.promises(db)
    days = (before.as_of, before.knowledge_date, after.as_of, after.knowledge_date)
    return _status_changes(url, stamp, by.role, strategy_id, days, before, after, db, by)


@st.cache_resource(max_entries=60, ttl=60, show_spinner=False)
def _status_changes(
    url: str,
    stamp: str,
    role: Role,
    strategy_id: str,
    days: tuple[date | None, ...],
    _before: Moment,
    _after: Moment,
    _db: Db,
    _by: Viewer,
) -> StatusChanges:
    return status_changes.status_changes(_db, strategy_id, before=_before, after=_after, by=_by)


# The stamp misses a few changes, see there; a minute later they are seen all the same.
@st.cache_resource(max_entries=4, ttl=60, show_spinner=False)
def _organisation(url: str, stamp: str, role: Role, _db: Db, _by: Viewer) -> Organisation | None:
    return units.organisation(_db, by=_by)


@st.cache_resource(max_entries=8, show_spinner=False)
def _released_waves(
    url: str, stamp: str, role: Role, _db: Db, _by: Viewer
) -> tuple[ReleasedWave, ...]:
    return results.released_waves(_db, by=_by)


@st.cache_resource(max_entries=100, show_spinner=False)
def _culture(
    url: str, stamp: str, role: Role, request: CultureRequest, _db: Db, _by: Viewer
) -> CultureView:
    return view.culture_view(_db, request, by=_by)


# A plan can be agreed at any time, and counting the plans of every unit is a fifth of a page.
@st.cache_resource(max_entries=100, ttl=60, show_spinner=False)
def _planned(
    url: str,
    stamp: str,
    role: Role,
    places: tuple[str, str],
    _release: ReleasedWave,
    _db: Db,
    _by: Viewer,
) -> Planned:
    _wave_id, unit_id = places
    return actions.share_with_plan(_db, _release, unit_id, by=_by)


@st.cache_resource(max_entries=20, show_spinner=False)
def _culture_method(
    url: str, stamp: str, role: Role, request: MethodRequest, _db: Db, _by: Viewer
) -> CultureMethod:
    return method.culture_method(_db, request, by=_by)


@st.cache_resource(max_entries=500, show_spinner=False)
def _own_culture(
    url: str,
    stamp: str,
    role: Role,
    own_unit_id: str | None,
    unit_id: str,
    wave_id: str,
    _db: Db,
    _by: Viewer,
) -> OwnCulture | None:
    return own_unit.view(_db, unit_id, wave_id=wave_id, by=_by)
