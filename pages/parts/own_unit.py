"""Which unit the viewer belongs to: what is said where there is none, and the choice of one."""

from collections.abc import Sequence

import streamlit as st

from models.access import Role
from models.services.culture.own_unit import was_there
from models.services.culture.results import ReleasedWave
from models.settings import settings
from pages.parts.address import obey, show
from pages.shell.site import name_tab
from pages.shell.unit_picker import unit_picker
from pages.shell.viewer import viewer
from pages.shell.wording import _
from survey.asking.organisation import Unit

KEY = "own_culture_unit"


def unit_missing() -> None:
    """Say what somebody without a unit can do here: choose one, or have the sign-in mended."""
    if viewer().role is not Role.DEPARTMENT:
        st.info(
            _("Siden viser det, som én afdeling har brug for. Den åbner for den, der er afdeling.")
        )
    elif settings().local:
        st.info(
            _("Vælg din enhed i menuen. Er der ingen, skal en tovholder først hente enhederne.")
        )
    else:
        st.info(
            _(
                "Dit login siger ikke, hvilken enhed du hører til. Bed den, der driver Pejling, om "
                "at føje den til."
            )
        )


def within_own_unit(
    release: ReleasedWave, releases: Sequence[ReleasedWave], top: str
) -> Unit | None:
    """Return the unit chosen at or below the top, "" for the region; None where it was not there.

    `?unit=` chooses beforehand.
    """
    tree = release.organisation
    if top and not was_there(tree, top):
        gone = _("Enheden fandtes ikke, da undersøgelsen blev åbnet.")
        st.info(f"{gone} {_('Vælg en anden undersøgelse ovenfor.')}" if len(releases) > 1 else gone)
        return None
    obey("unit", {unit.id: unit.id for unit in tree.units}, top or tree.root.id, key=KEY)
    unit = unit_picker(tree, key=KEY, label=_("Vis tal for"), top=top)
    show("unit", unit.id, key=KEY)
    name_tab(f"{_('Vores kultur')}: {unit.name}")
    return unit
