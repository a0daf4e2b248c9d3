"""What is frozen or seldom changes, kept in memory instead of being read for every click."""

from dataclasses import replace

import streamlit as st

from models.report.own_culture import OwnCulture
from models.services import actions, culture, units
from models.services import own_culture as results
from models.settings import settings
from models.storage import Db, stamps
from survey.unit import Organisation


def organisation(db: Db) -> Organisation | None:
    """The register of units as it stands today; None while there is none."""
    return _organisation(settings().database_url, stamps.units(db), db)


def structure(db: Db, wave_id: str) -> Organisation:
    """The units as they were when a wave opened; today's where that was not kept."""
    return _structure(settings().database_url, wave_id, stamps.structure(db, wave_id), db)


def own_culture(db: Db, unit_id: str, wave_id: str) -> OwnCulture | None:
    """As `models.services.own_culture.view`; what was agreed is always read anew."""
    stamp = f"{stamps.releases(db)}|{stamps.structure(db, wave_id)}"
    found = _own_culture(settings().database_url, stamp, unit_id, wave_id, db)
    return found and replace(found, agreed=actions.of(db, wave_id, unit_id))


# The stamp misses a few changes, see there; a minute later they are seen all the same.
@st.cache_resource(max_entries=4, ttl=60, show_spinner=False)
def _organisation(url: str, stamp: str, _db: Db) -> Organisation | None:
    return units.organisation(_db)


@st.cache_resource(max_entries=8, show_spinner=False)
def _structure(url: str, wave_id: str, stamp: str, _db: Db) -> Organisation:
    return culture.tree(_db, wave_id)


@st.cache_resource(max_entries=500, show_spinner=False)
def _own_culture(url: str, stamp: str, unit_id: str, wave_id: str, _db: Db) -> OwnCulture | None:
    return results.view(_db, unit_id, wave_id=wave_id, trees=structure)
