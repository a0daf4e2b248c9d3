"""The unit of a page: the viewer's own, one to choose, or what is said where there is none."""

from collections.abc import Sequence

import streamlit as st

from models.access import Permission, Role
from models.services.culture.own_unit import was_there
from models.services.culture.results import ReleasedWave
from models.settings import settings
from pages.parts.address import obey, show
from pages.parts.way import way
from pages.shell import cache
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.unit_picker import unit_picker
from pages.shell.viewer import admits, viewer
from pages.shell.wording import _, markdown_escaped
from survey.asking.organisation import Organisation, Unit

KEY, CHOSEN = "own_culture_unit", "chosen_unit"


def unit_missing() -> None:
    """Say what a department without a unit can do: choose one, or have the sign-in mended."""
    with database() as db:
        has_units = cache.organisation(db, by=viewer()) is not None
    if not has_units:
        st.info(_("Enhederne er ikke lagt ind endnu. Det gør en tovholder."))
        return
    if settings().local:
        st.info(_("Vælg din enhed i menuen."))
    else:
        st.info(
            _(
                "Dit login siger ikke, hvilken enhed du hører til. Bed den, der driver Pejling, om "
                "at føje den til."
            )
        )
    st.markdown(_("Enhedens eget link til undersøgelsen virker også uden."))


def own_name() -> None:
    """Show the name of the viewer's own unit under the title; nothing where it is not known."""
    with database() as db:
        tree = cache.organisation(db, by=viewer())
    if tree is not None and viewer().unit_id in {unit.id for unit in tree.units}:
        st.markdown(f"**{markdown_escaped(tree.unit(viewer().unit_id or '').name)}**")


def chosen_unit() -> tuple[Organisation, Unit] | None:
    """Return the units and the one that somebody of the whole region has chosen to look at.

    None for a department without a unit and where there are no units, which is said then.
    `?unit=` chooses beforehand.
    """
    if viewer().role is Role.DEPARTMENT:
        unit_missing()
        return None
    with database() as db:
        tree = cache.organisation(db, by=viewer())
    if tree is None:
        _no_units()
        return None
    st.markdown(_("Her ser en enhed sit eget. Du ser hele regionen: vælg den enhed, du vil se."))
    obey("unit", {unit.id: unit.id for unit in tree.units}, tree.root.id, key=CHOSEN)
    unit = unit_picker(tree, key=CHOSEN, label=_("Enhed"))
    show("unit", unit.id, key=CHOSEN)
    return tree, unit


def _no_units() -> None:
    if admits(Permission.IMPORT):
        st.info(_("Der er ingen enheder endnu. Hent dem fra en fil, så kan siden vise dem."))
        way("steward/waves.py", _("Hent enhederne"), tab="units")
    else:
        st.info(_("Der er ingen enheder endnu. En tovholder henter dem under Registre."))


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
