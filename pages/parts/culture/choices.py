"""The choices of the culture pages: survey, view and unit, which an address may make too."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st

from models.services.culture.results import ReleasedWave
from models.services.culture.view import View
from pages.parts import address
from pages.shell.unit_picker import unit_picker
from pages.shell.wording import _, markdown_escaped
from survey.asking.organisation import Organisation, Unit

_UNIT = "culture_unit"

V = TypeVar("V", bound=StrEnum)


def release_picker(waves: Sequence[ReleasedWave]) -> ReleasedWave:
    """Return the chosen release; the newest to begin with. `?wave=` chooses beforehand."""
    by_id = {release.wave.id: release for release in waves}
    address.obey("wave", {wave_id: wave_id for wave_id in by_id}, next(iter(by_id)), key="wave")
    wave_id = st.selectbox(
        _("Undersøgelse"),
        list(by_id),
        format_func=lambda wave_id: by_id[wave_id].wave.name,
        key="wave",
    )
    address.show("wave", wave_id, key="wave")
    return by_id[wave_id]


def view_picker(names: Mapping[V, str], *, key: str, label: str = "") -> V:
    """Return the chosen view; the first to begin with. `?view=` chooses beforehand.

    names: view -> marked name.
    """
    # The session and the address hold plain text.
    views = {str(view): view for view in names}
    address.obey("view", {view: view for view in views}, next(iter(views)), key=key)
    view = st.segmented_control(
        markdown_escaped(label or _("Vis")),
        list(views),
        format_func=lambda view: _(names[views[view]]),
        required=True,
        key=key,
    )
    address.show("view", view, key=key)
    return views[view]


def parent_picker(organisation: Organisation) -> Unit:
    """Return the unit whose units are listed; the whole first. `?under=` chooses beforehand."""
    ids = {unit.id: unit.id for unit in organisation.units}
    address.obey("under", ids, organisation.root.id, key=_UNIT)
    unit = unit_picker(organisation, key=_UNIT, label=_("Enhederne under"), only_parents=True)
    address.show("under", unit.id, key=_UNIT)
    return unit


def deeper(release: ReleasedWave, unit: Unit) -> str:
    """The address of the map of a unit's own units."""
    query = {"wave": release.wave.id, "view": View.MAP, "under": unit.id}
    return "culture?" + urlencode(query)
