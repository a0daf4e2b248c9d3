"""What somebody looks at on the culture pages: which survey, view and unit; an address may say."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from models.services.culture.results import Released
from pages.parts import address
from pages.shell.unit_picker import unit_picker
from pages.shell.wording import _, words
from survey.asking.organisation import Organisation, Unit

_UNIT = "culture_unit"


def release_picker(releases: Sequence[Released]) -> Released:
    """Which released survey; the newest to begin with. `?wave=` chooses beforehand."""
    by_id = {one.wave.id: one for one in releases}
    address.obey("wave", {wave_id: wave_id for wave_id in by_id}, next(iter(by_id)), key="wave")
    chosen = st.selectbox(
        _("Undersøgelse"),
        list(by_id),
        format_func=lambda one: _(
            "{name}, lukket {day}",
            name=by_id[one].wave.name,
            day=words().day(by_id[one].wave.closes_on),
        ),
        key="wave",
    )
    address.show("wave", chosen, key="wave")
    return by_id[chosen]


def view_picker(views: Mapping[str, str], *, key: str) -> str:
    """Which view; the first to begin with. `?view=` chooses beforehand.

    views: id -> marked name.
    """
    address.obey("view", {view: view for view in views}, next(iter(views)), key=key)
    chosen = st.segmented_control(
        _("Vis"),
        list(views),
        format_func=lambda view: _(views[view]),
        required=True,
        key=key,
    )
    address.show("view", chosen, key=key)
    return chosen


def parent_picker(organisation: Organisation) -> Unit:
    """Which unit's own units; the whole to begin with. `?under=` chooses beforehand."""
    ids = {unit.id: unit.id for unit in organisation.units}
    address.obey("under", ids, organisation.root.id, key=_UNIT)
    chosen = unit_picker(organisation, key=_UNIT, label=_("Enhederne under"), only_parents=True)
    address.show("under", chosen.id, key=_UNIT)
    return chosen


def deeper(one: Released, unit: Unit) -> str:
    """The address of the map of a unit's own units."""
    return "culture?" + urlencode({"wave": one.wave.id, "view": "map", "under": unit.id})
