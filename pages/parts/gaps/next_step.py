"""The next step for each kind of gap: a link for who may take it, words for the others."""

import streamlit as st

from models.access import Permission
from models.strategy.gap import GapKind
from models.wording import N_
from pages.parts.address import query
from pages.shell.viewer import admits
from pages.shell.wording import _

NEXT = {
    GapKind.TARGET: N_("Næste skridt: beslut et mål og en frist, og skriv beslutningen."),
    GapKind.START: N_("Næste skridt: mål, hvor det står nu, og skriv det som udgangspunkt."),
    GapKind.OWNER: N_("Næste skridt: aftal, hvem der følger løftet, og skriv navnet på målet."),
    GapKind.INITIATIVE: N_(
        "Næste skridt: aftal, hvad der skal gøres for løftet, eller tag det op i udvalget."
    ),
    GapKind.NEVER_MEASURED: N_("Næste skridt: ejeren skriver den første måling."),
    GapKind.STALE: N_(
        "Næste skridt: ejeren skriver en ny måling, eller bekræfter, at tallet er uændret."
    ),
    GapKind.UNCONFIRMED: N_("Næste skridt: ejeren bekræfter, hvornår det ventes gennemført."),
    GapKind.UNDOCUMENTED: N_(
        "Næste skridt: ejeren skriver, hvad tallet var ved fristen. Til da tæller det rødt."
    ),
    GapKind.CRITERION: N_(
        "Næste skridt: find det løfte, som initiativet skal flytte, eller spørg, om det skal gå "
        "videre."
    ),
    GapKind.REPEATED: N_(
        "Strategien nævner det samme under flere temaer. Det tæller én gang, hvor det står først; "
        "følg det ét sted."
    ),
}
# The page where a steward takes the step, and the link's text.
_TARGETS, _MEASUREMENTS = "steward/targets.py", "steward/observations.py"
_PAGE = {
    GapKind.TARGET: _TARGETS,
    GapKind.START: _TARGETS,
    GapKind.OWNER: _TARGETS,
    GapKind.NEVER_MEASURED: _MEASUREMENTS,
    GapKind.STALE: _MEASUREMENTS,
    GapKind.UNCONFIRMED: "leadership/my_updates.py",
    GapKind.UNDOCUMENTED: _MEASUREMENTS,
}
_LINK = {
    GapKind.TARGET: N_("Sæt mål"),
    GapKind.START: N_("Sæt udgangspunkt"),
    GapKind.OWNER: N_("Skriv en ejer"),
    GapKind.NEVER_MEASURED: N_("Skriv en måling"),
    GapKind.STALE: N_("Skriv en måling"),
    GapKind.UNCONFIRMED: N_("Gå til Mine opdateringer"),
    GapKind.UNDOCUMENTED: N_("Skriv en måling"),
}


def next_step(kind: GapKind) -> None:
    """Show the next step, and the link to take it for a steward."""
    st.markdown(_(NEXT[kind]))
    if kind in _PAGE and admits(Permission.SET_TARGET):
        st.page_link(
            _PAGE[kind],
            label=_(_LINK[kind]),
            icon=":material/arrow_forward:",
            query_params=query("strategy", tab="one"),
        )
