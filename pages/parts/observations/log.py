"""All observations of a criterion; a corrected one is struck through."""

import streamlit as st

from models.strategy.observation import Observation, counting_observations
from pages.parts.table import Corrected, table
from pages.shell.viewer import today
from pages.shell.wording import _, words


def observation_log(observations: tuple[Observation, ...], unit: str) -> None:
    """Show the observations, newest day first, or that there are none."""
    st.subheader(_("Målinger indtil nu"))
    if not observations:
        st.info(
            _("Dette løfte er ikke målt endnu. Den første måling skriver du i formularen ovenfor.")
        )
        return
    # By identity: a correction may repeat every field of the observation that it replaces.
    counting = {id(row) for row in counting_observations(observations, today())}
    rows = sorted(observations, key=lambda row: (row.ref, row.recorded), reverse=True)
    table(
        [_row(row, unit, replaced=id(row) not in counting) for row in rows],
        caption=_("Den nyeste dag øverst"),
    )


def _row(row: Observation, unit: str, *, replaced: bool) -> dict[str, str]:
    figure = f"{words().number(row.value)} {unit}"
    return {
        _("Dag"): words().day(row.ref),
        _("Værdi"): Corrected(figure) if replaced else figure,
        _("Antal svar"): _("{k} af {n}", k=row.k, n=row.n) if row.k is not None else "–",
        _("Serie"): row.series,
        _("Registreret"): words().day(row.recorded),
        _("Dokumentation"): row.evidence or "–",
    }
