"""The steward collects ideas, groups them into themes and reads them by theme."""

from functools import partial

import streamlit as st

from models.services import exports, ideas
from pages.parts.address import tabs
from pages.parts.export_form import export_form
from pages.parts.form.form import Form
from pages.parts.ideas.empty import first_idea, no_ideas
from pages.parts.ideas.idea_form import idea_form, suggest
from pages.parts.ideas.summary import grouped, grouping_choice, summary
from pages.parts.ideas.theme_list import theme_list
from pages.parts.ideas.unscreened import unscreened
from pages.parts.import_form import import_form
from pages.parts.messages import leave, refusals, show_message
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Idéklinik"))
show_message("clinic")
with database() as db:
    portfolio = ideas.portfolio(db, by=viewer())
summary(portfolio)
waiting_tab, theme_tab = {"waiting": _("Ikke vurderet")}, {"themes": _("Temaer")}
themes, waiting, by_hand, by_file = tabs(
    theme_tab | waiting_tab | {"one": _("Ny idé"), "file": _("Mange idéer fra en fil")},
    key="clinic_tab",
    usual=None if portfolio.ideas else "one",
)

with themes:
    no_ideas(portfolio)
    strategy_id = grouping_choice() if portfolio.ideas else None
    if strategy_id:
        with refusals():
            with database() as db:
                grouping = ideas.group_ideas(db, by=viewer(), strategy_id=strategy_id)
            leave(grouped(grouping), at="clinic")
    theme_list(portfolio, ungrouped=_("Tryk på Gruppér idéerne for at samle dem i temaer."))

with waiting:
    unscreened(portfolio)

with by_hand:
    first_idea(portfolio)
    form = Form("clinic_idea")
    idea = idea_form(form)
    if idea is not None:
        thanks = _("Idéen er gemt. Gruppér igen for at få den med i et tema.")
        suggest(form, idea, thanks=thanks, at="clinic")

with by_file:
    export_form(exports.export_ideas, name="ideer")
    bring = partial(ideas.import_ideas, by=viewer(), on=today())
    import_form(bring, columns=(ideas.REQUIRED, ideas.OPTIONAL), key="ideas")
