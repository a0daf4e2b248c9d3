"""Results of services, cached until the data they depend on change.

Each function here asks one service and keeps its answer as long as the stamp beside it is the same.
"""

from dataclasses import replace

import streamlit as st

from models.report.own_culture.own_culture import OwnCulture
from models.services import units
from models.services.culture import actions, method, own_unit, results, view
from models.services.culture.actions import Planned
from models.services.culture.method import CultureMethod, MethodRequest
from models.services.culture.results import ReleasedWave
from models.services.culture.view import CultureRequest, CultureView
from models.settings import settings
from models.storage import Db, stamps
from survey.asking.organisation import Organisation


def organisation(db: Db) -> Organisation | None:
    """The register of units as it stands today; None while there is none."""
    return _organisation(settings().database_url, stamps.units(db), db)


def released_waves(db: Db) -> tuple[ReleasedWave, ...]:
    """Every released wave, the newest first."""
    return _released_waves(settings().database_url, stamps.releases(db), db)


def culture(db: Db, request: CultureRequest) -> CultureView:
    """As `models.services.culture.view.culture_view`; the plans are at most a minute old."""
    url, stamp = settings().database_url, stamps.releases(db)
    answer = _culture(url, stamp, request, db)
    return replace(answer, planned=_planned(url, stamp, request.wave_id, answer.release, db))


def culture_method(db: Db, request: MethodRequest) -> CultureMethod:
    """As `models.services.culture.method.culture_method`."""
    return _culture_method(settings().database_url, stamps.releases(db), request, db)


def own_culture(db: Db, unit_id: str, wave_id: str) -> OwnCulture | None:
    """As `models.services.culture.own_unit.view`; what was agreed is always read anew."""
    answer = _own_culture(settings().database_url, stamps.releases(db), unit_id, wave_id, db)
    return answer and replace(answer, agreed=actions.newest(db, wave_id, unit_id))


# The stamp misses a few changes, see there; a minute later they are seen all the same.
@st.cache_resource(max_entries=4, ttl=60, show_spinner=False)
def _organisation(url: str, stamp: str, _db: Db) -> Organisation | None:
    return units.organisation(_db)


@st.cache_resource(max_entries=4, show_spinner=False)
def _released_waves(url: str, stamp: str, _db: Db) -> tuple[ReleasedWave, ...]:
    return results.released_waves(_db)


@st.cache_resource(max_entries=100, show_spinner=False)
def _culture(url: str, stamp: str, request: CultureRequest, _db: Db) -> CultureView:
    return view.culture_view(_db, request)


# A plan can be agreed at any time, and counting the plans of every unit is a fifth of a page.
@st.cache_resource(max_entries=8, ttl=60, show_spinner=False)
def _planned(url: str, stamp: str, wave_id: str, _release: ReleasedWave, _db: Db) -> Planned:
    return actions.share_with_plan(_db, _release)


@st.cache_resource(max_entries=20, show_spinner=False)
def _culture_method(url: str, stamp: str, request: MethodRequest, _db: Db) -> CultureMethod:
    return method.culture_method(_db, request)


@st.cache_resource(max_entries=500, show_spinner=False)
def _own_culture(url: str, stamp: str, unit_id: str, wave_id: str, _db: Db) -> OwnCulture | None:
    return own_unit.view(_db, unit_id, wave_id=wave_id)
