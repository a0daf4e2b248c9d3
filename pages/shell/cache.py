"""What is frozen or seldom changes, kept in memory instead of being read for every click."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from models.report.own_culture.own_culture import OwnCulture
from models.services import units
from models.services.culture import actions, change, results
from models.services.culture.actions import Planned
from models.services.culture.change import Development
from models.services.culture.map import CultureMap, culture_map
from models.services.culture.own_unit import view as own_view
from models.services.culture.results import Released
from models.settings import settings
from models.storage import Db, stamps
from survey.asking.organisation import Organisation
from survey.release.cells import CROSSING
from survey.release.figure import Figures, by_place


def organisation(db: Db) -> Organisation | None:
    """The register of units as it stands today; None while there is none."""
    return _organisation(settings().database_url, stamps.units(db), db)


def structure(db: Db, wave_id: str) -> Organisation:
    """The units as they were when a wave opened; today's where that was not kept."""
    return _structure(settings().database_url, wave_id, stamps.structure(db, wave_id), db)


def own_culture(db: Db, unit_id: str, wave_id: str) -> OwnCulture | None:
    """As `models.services.culture.own_unit.view`; what was agreed is always read anew."""
    stamp = f"{stamps.releases(db)}|{stamps.structure(db, wave_id)}"
    found = _own_culture(settings().database_url, stamp, unit_id, wave_id, db)
    return found and replace(found, agreed=actions.newest(db, wave_id, unit_id))


def released(db: Db) -> tuple[Released, ...]:
    """Every released wave, the newest first."""
    return _released(settings().database_url, stamps.releases(db), db)


def cultures(db: Db, one: Released, unit_id: str) -> CultureMap:
    """The map of a unit and those under it, as `models.services.culture.map.culture_map`."""
    stamp = stamps.structure(db, one.wave.id)
    return _cultures(settings().database_url, stamp, one.wave.id, unit_id, one, db)


def figures(db: Db, one: Released, unit_id: str) -> Figures:
    """All the published figures of one unit."""
    stamp = stamps.structure(db, one.wave.id)
    return _figures(settings().database_url, stamp, one.wave.id, unit_id, db)


def planned(db: Db, one: Released) -> Planned:
    """As `models.services.culture.actions.share_with_plan`, at most a minute old."""
    return _planned(settings().database_url, stamps.structure(db, one.wave.id), one.wave.id, db)


def development(db: Db, one: Released, before: Released, unit_id: str) -> Development:
    """How the whole, a unit and those under it have moved since the wave before."""
    stamp = "|".join(stamps.structure(db, wave_id) for wave_id in (one.wave.id, before.wave.id))
    waves = f"{one.wave.id}|{before.wave.id}"
    return _development(settings().database_url, stamp, waves, unit_id, (before, one), db)


def crossed(db: Db, one: Released) -> Mapping[str, Figures]:
    """The published figures of the whole and those under it cut a second way, by measure."""
    stamp = stamps.structure(db, one.wave.id)
    return _crossed(settings().database_url, stamp, one.wave.id, db)


# The stamp misses a few changes, see there; a minute later they are seen all the same.
@st.cache_resource(max_entries=4, ttl=60, show_spinner=False)
def _organisation(url: str, stamp: str, _db: Db) -> Organisation | None:
    return units.organisation(_db)


@st.cache_resource(max_entries=8, show_spinner=False)
def _structure(url: str, wave_id: str, stamp: str, _db: Db) -> Organisation:
    return units.wave_organisation(_db, wave_id)


@st.cache_resource(max_entries=500, show_spinner=False)
def _own_culture(url: str, stamp: str, unit_id: str, wave_id: str, _db: Db) -> OwnCulture | None:
    return own_view(_db, unit_id, wave_id=wave_id)


@st.cache_resource(max_entries=4, show_spinner=False)
def _released(url: str, stamp: str, _db: Db) -> tuple[Released, ...]:
    return results.released(_db)


@st.cache_resource(max_entries=50, show_spinner=False)
def _cultures(
    url: str, stamp: str, wave_id: str, unit_id: str, _one: Released, _db: Db
) -> CultureMap:
    tree = structure(_db, wave_id)
    ids = results.with_children(tree, unit_id)
    cells = by_place(results.published(_db, wave_id, ids, measures=_one.measures))
    return culture_map(tree, cells, unit_id, _one.measures)


@st.cache_resource(max_entries=200, show_spinner=False)
def _figures(url: str, stamp: str, wave_id: str, unit_id: str, _db: Db) -> Figures:
    return by_place(results.published(_db, wave_id, [unit_id]))


# A plan can be agreed at any time, and counting the plans of every unit is a fifth of a page.
@st.cache_resource(max_entries=8, ttl=60, show_spinner=False)
def _planned(url: str, stamp: str, wave_id: str, _db: Db) -> Planned:
    return actions.share_with_plan(_db, wave_id)


@st.cache_resource(max_entries=20, show_spinner=False)
def _development(
    url: str, stamp: str, waves: str, unit_id: str, _pair: tuple[Released, Released], _db: Db
) -> Development:
    before, one = _pair
    now, then = (structure(_db, each.wave.id) for each in (one, before))
    ids = {now.root.id, *results.with_children(now, unit_id)}
    return change.development(_db, one, before, ids, now=now, then=then)


@st.cache_resource(max_entries=4, show_spinner=False)
def _crossed(url: str, stamp: str, wave_id: str, _db: Db) -> Mapping[str, Figures]:
    tree = structure(_db, wave_id)
    ids = results.with_children(tree, tree.root.id)
    cells = results.published(_db, wave_id, ids, family=CROSSING)
    by_measure = cells.groupby("measure", sort=False)
    return {str(measure): by_place(some) for measure, some in by_measure}
