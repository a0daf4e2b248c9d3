"""Taking back an idea just sent, and rewriting one that nobody has screened."""

from collections.abc import Iterable
from datetime import UTC, datetime

import streamlit as st

from models.ideas.idea import Idea
from models.services import idea_changes
from pages.parts.form.form import Form
from pages.parts.messages import leave, refusals
from pages.shell.database import Db, database
from pages.shell.viewer import viewer
from pages.shell.wording import _

LONGEST_TITLE, LONGEST_TEXT = 120, 4000
_FRESH = "fresh_idea"


def remember(db: Db, idea: Idea) -> None:
    """Keep the receipt of an idea just sent in the session; without it nobody can take it back."""
    receipt = idea_changes.receipt(db, idea.id, by=viewer(), now=datetime.now(UTC))
    st.session_state[_FRESH] = (idea.id, receipt, datetime.now(UTC) + idea_changes.REGRET_TIME)


def regret(*, at: str) -> None:
    """Offer to take back the idea just sent, while it can be; nothing else.

    at: where the page shows its messages.
    """
    if _FRESH not in st.session_state:
        return
    idea_id, receipt, until = st.session_state[_FRESH]
    if datetime.now(UTC) > until:
        return
    st.caption(_("Fortryder du? Du kan tage idéen tilbage i fem minutter."))
    if st.button(_("Tag idéen tilbage"), key="take_back_idea"):
        with refusals():
            with database() as db:
                idea_changes.take_back(db, idea_id, receipt, by=viewer(), now=datetime.now(UTC))
            del st.session_state[_FRESH]
            leave(_("Idéen er taget tilbage og slettet."), at=at)


def rewriting(own: Iterable[Idea], *, at: str) -> None:
    """Offer to rewrite one of the unit's ideas that nobody has screened; nothing without one."""
    ideas = {idea.id: idea for idea in own if idea_changes.is_changeable(idea, viewer())}
    if not ideas:
        return
    with st.expander(_("Ret en idé, der ikke er vurderet endnu")):
        idea_id = st.selectbox(
            _("Idé"), list(ideas), format_func=lambda id_: ideas[id_].title, key="rewritten_idea"
        )
        idea, form = ideas[idea_id], Form(f"rewrite_{idea_id}")
        title = form.text(
            _("Idéen i få ord"), idea.title, longest=LONGEST_TITLE, key="title", required=True
        )
        label = _("Hvad skal ændres, for hvem, og hvad bliver bedre?")
        text = form.text(label, idea.text, longest=LONGEST_TEXT, height=160, key="text")
        if form.ready(_("Gem rettelsen")):
            with form.refusals():
                with database() as db:
                    idea_changes.rewrite(
                        db, idea_id, title, text, innovation_type=idea.innovation_type, by=viewer()
                    )
                form.clear()
                leave(_("Rettelsen er gemt."), at=at)
