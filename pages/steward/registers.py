"""The steward reads each strategy as a register, its gaps and defects included."""

import streamlit as st

from models.services.promises import strategies
from models.wording import N_
from pages.parts.address import obey, show, tabs
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.strategy_paper import criteria, governance, innovation_model
from pages.parts.strategy_paper.summary import summary
from pages.parts.waves.unit_register import unit_register
from pages.shell.wording import _

SECTIONS = {
    "vision": (N_("Vision og mål"), criteria.vision),
    "themes": (N_("Temaer"), criteria.themes),
    "initiatives": (N_("Initiativer"), criteria.initiatives),
    "gaps": (N_("Manglende koblinger"), criteria.gaps),
    "model": (N_("Model"), innovation_model.matrix),
    "governance": (N_("Styring"), governance.governance),
    "cases": (N_("Cases"), governance.stories),
    "passages": (N_("Øvrig tekst"), governance.passages),
    "doubts": (N_("Fejl og tvivl"), governance.reading),
}

st.title(_("Registre"))
papers, organisation = tabs(
    {"strategy": _("Strategien"), "units": _("Enheder")}, key="registers_tab"
)

with papers:
    top = st.container()
    strategy = strategies.strategy(strategy_picker())
    with top:
        summary(strategy)
    obey("section", {code: code for code in SECTIONS}, next(iter(SECTIONS)), key="register_section")
    section = st.pills(
        _("Vis"),
        list(SECTIONS),
        required=True,
        format_func=lambda code: _(SECTIONS[code][0]),
        key="register_section",
    )
    show("section", section, key="register_section")
    SECTIONS[section][1](strategy)

with organisation:
    unit_register(key="registers")
