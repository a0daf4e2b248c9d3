"""The steward reads each strategy as a register, its gaps and defects included."""

import streamlit as st

from models.services.promises import strategies
from models.wording import N_
from pages.parts.markdown_escaped import markdown_escaped
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.strategy_paper import criteria, governance, innovation_model
from pages.parts.waves.unit_register import unit_register
from pages.shell.wording import _

SECTIONS = {
    N_("Vision og mål"): criteria.vision,
    N_("Temaer"): criteria.themes,
    N_("Initiativer"): criteria.initiatives,
    N_("Huller"): criteria.gaps,
    N_("Model"): innovation_model.matrix,
    N_("Styring"): governance.governance,
    N_("Cases"): governance.stories,
    N_("Øvrig tekst"): governance.passages,
    N_("Fejl og tvivl"): governance.reading,
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
            file=markdown_escaped(strategy.document.file),
        )
    )
    names = {name: _(name) for name in SECTIONS}
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
