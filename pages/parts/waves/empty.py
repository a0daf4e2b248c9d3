"""What comes first where there is no survey yet, or no result of one."""

import streamlit as st

from models.access import Permission
from pages.parts.finding import show_finding
from pages.parts.way import way
from pages.shell.viewer import admits
from pages.shell.wording import _


def no_waves(*, has_units: bool) -> str:
    """Say above the tabs what comes before the first survey; returns the tab where it is done."""
    if has_units:
        show_finding(_("Der er ingen undersøgelser endnu. Planlæg den første her."))
        return "new"
    show_finding(_("Der er ingen undersøgelser endnu. Hent først enhederne fra en fil her."))
    return "units"


def way_to_surveys() -> None:
    """Link to the surveys, for those who run them."""
    if admits(Permission.RUN_WAVE):
        way("steward/waves.py", _("Gå til Undersøgelser"), tab="waves")


def no_result() -> None:
    """Say when the first result comes, with the way to the surveys."""
    st.info(
        _(
            "Der er ikke frigivet noget resultat endnu. Det kommer her, når undersøgelsen er "
            "lukket og frigivet."
        )
    )
    way_to_surveys()
