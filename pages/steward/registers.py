"""The steward reads each strategy as a register, its gaps and defects included."""

import streamlit as st

from models.services.promises import strategies
from models.wording import N_
from pages.parts.markdown_escaped import markdown_escaped
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.registers import frame, model, promises
from pages.parts.waves.unit_register import unit_register
from pages.shell.wording import _

SECTIONS = {
    N_("Vision og mål"): promises.vision,
    N_("Temaer"): promises.themes,
    N_("Initiativer"): promises.initiatives,
    N_("Huller"): promises.gaps,
    N_("Model"): model.matrix,
    N_("Styring"): frame.governance,
    N_("Cases"): frame.stories,
    N_("Øvrig tekst"): frame.passages,
    N_("Fejl og tvivl"): frame.reading,
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
