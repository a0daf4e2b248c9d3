"""What comes first where there is no survey yet, or no result of one."""

import streamlit as st

from models.access import Permission
from pages.parts.finding import show_finding
from pages.parts.way import way
from pages.shell.viewer import admits
from pages.shell.wording import _


def first_step(*, has_units: bool) -> str:
    """Return the tab where one does what comes before the first survey."""
    return "new" if has_units else "units"


def no_waves(tab: str, *, step: str) -> None:
    """Say on a tab, while there is no survey, what to do there or the way to the tab to begin at.

    step: as `first_step` gives it; "" where there are surveys.
    """
    if not step or (tab == "units" and step != "units"):
        return
    if tab == step == "new":
        show_finding(_("Der er ingen undersøgelser endnu. Planlæg den første her."))
    elif tab == step:
        show_finding(_("Der er ingen undersøgelser endnu. Hent først enhederne fra en fil her."))
    else:
        st.markdown(_("Der er ingen undersøgelser endnu."))
        label = _("Planlæg den første") if step == "new" else _("Hent først enhederne")
        way("steward/waves.py", label, tab=step)


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
