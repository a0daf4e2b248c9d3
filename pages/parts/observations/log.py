"""Every measurement ever logged for a criterion: a corrected one stays, struck through."""

import streamlit as st

from models.strategy.observation import Observation, counting_observations
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell.viewer import today
from pages.shell.wording import _, words


def observation_log(observations: tuple[Observation, ...], unit: str) -> None:
    """Newest day first; says so when nobody has measured."""
    st.subheader(_("Målinger indtil nu"))
    if not observations:
        st.info(_("Ingen har målt endnu. Den første måling skriver du i formularen ovenfor."))
        return
    standing = {id(one) for one in counting_observations(observations, today())}
    rows = sorted(observations, key=lambda one: (one.ref, one.recorded), reverse=True)
    st.table([_row(one, unit, replaced=id(one) not in standing) for one in rows])


def _row(one: Observation, unit: str, *, replaced: bool) -> dict[str, str]:
    say = words()
    figure = markdown_escaped(f"{say.number(one.value)} {unit}")
    return {
        _("Dag"): markdown_escaped(say.day(one.ref)),
        _("Værdi"): f"~~{figure}~~ {_('rettet')}" if replaced else figure,
        _("Antal svar"): _("{k} af {n}", k=one.k, n=one.n) if one.k is not None else "–",
        _("Serie"): markdown_escaped(one.series),
        _("Skrevet ind"): markdown_escaped(say.day(one.recorded)),
        _("Dokumentation"): markdown_escaped(one.evidence) or "–",
    }
