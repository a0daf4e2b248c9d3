"""What comes first where there is no survey yet, or no result of one."""

import streamlit as st

from models.access import Permission
from pages.shell.viewer import admits
from pages.shell.wording import _

_ARROW = ":material/arrow_forward:"


def no_waves(*, has_units: bool) -> None:
    """Say what comes before the first survey, and link there: the units, then the survey."""
    if has_units:
        st.info(_("Der er ingen undersøgelser endnu. Planlæg den første."))
        label, tab = _("Planlæg en undersøgelse"), "new"
    else:
        st.info(
            _("Der er ingen undersøgelser endnu. Hent først enhederne fra en fil; planlæg så den "
              "første.")
        )  # fmt: skip
        label, tab = _("Hent enhederne"), "units"
    st.page_link("steward/waves.py", label=label, icon=_ARROW, query_params={"tab": tab})


def way_to_surveys() -> None:
    """Link to the surveys, for those who run them."""
    if admits(Permission.RUN_WAVE):
        st.page_link("steward/waves.py", label=_("Gå til Undersøgelser"), icon=_ARROW,
                     query_params={"tab": "waves"})  # fmt: skip


def no_result() -> None:
    """Say when the first result comes, with the way to the surveys."""
    st.info(
        _(
            "Der er ikke frigivet noget resultat endnu. Det kommer her, når undersøgelsen er "
            "lukket og frigivet."
        )
    )
    way_to_surveys()
