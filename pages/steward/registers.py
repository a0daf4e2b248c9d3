"""The steward reads each strategy as a register, its gaps and defects included."""

import streamlit as st

from models.services import strategies
from models.wording import N_
from pages.parts import register_frame, register_model, register_promises
from pages.parts.plain import plain
from pages.parts.strategy_picker import strategy_picker
from pages.parts.unit_register import unit_register
from pages.shell.wording import _

SECTIONS = {
    N_("Vision og mål"): register_promises.vision,
    N_("Temaer"): register_promises.themes,
    N_("Initiativer"): register_promises.initiatives,
    N_("Huller"): register_promises.gaps,
    N_("Model"): register_model.matrix,
    N_("Styring"): register_frame.governance,
    N_("Cases"): register_frame.stories,
    N_("Øvrig tekst"): register_frame.passages,
    N_("Fejl og tvivl"): register_frame.reading,
}

st.title(_("Registre"))
papers, organisation = st.tabs([_("Strategien"), _("Enheder")])

with papers:
    strategy = strategies.strategy(strategy_picker())
    st.caption(
        _(
            "{themes} temaer · {criteria} succeskriterier · {initiatives} initiativer. "
            "Linjenumre henviser til {file}.",
            themes=len(strategy.themes),
            criteria=len(strategy.criteria),
            initiatives=len(strategy.initiatives),
            file=plain(strategy.document.file),
        )
    )
    names = {one: _(one) for one in SECTIONS}
    section = st.pills(
        _("Vis"),
        list(names),
        default=next(iter(SECTIONS)),
        required=True,
        format_func=names.__getitem__,
        key="register_section",
    )
    SECTIONS[section](strategy)

with organisation:
    unit_register(key="registers")
