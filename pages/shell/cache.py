"""The trees of units, kept in memory: thousands of units are not read again for every click."""

import streamlit as st

from models.services import culture, units
from models.settings import settings
from models.storage import Db, stamps
from survey.unit import Organisation


def organisation(db: Db) -> Organisation | None:
    """The register of units as it stands today; None while there is none."""
    return _organisation(settings().database_url, stamps.units(db), db)


def structure(db: Db, wave_id: str) -> Organisation:
    """The units as they were when a wave opened; today's where that was not kept."""
    return _structure(settings().database_url, wave_id, stamps.structure(db, wave_id), db)


# The stamp misses a few changes, see there; a minute later they are seen all the same.
@st.cache_resource(max_entries=4, ttl=60, show_spinner=False)
def _organisation(url: str, stamp: str, _db: Db) -> Organisation | None:
    return units.organisation(_db)


@st.cache_resource(max_entries=8, show_spinner=False)
def _structure(url: str, wave_id: str, stamp: str, _db: Db) -> Organisation:
    return culture.tree(_db, wave_id)
