"""The form in which a unit suggests an idea."""

from dataclasses import dataclass

import streamlit as st

from models.ideas.idea import TYPE_WORD, InnovationType
from pages.shell.wording import _

LONGEST_TITLE, LONGEST_TEXT = 120, 4000


@dataclass(frozen=True)
class Suggestion:
    """An idea as it was written in the form."""

    title: str
    text: str
    innovation_type: InnovationType | None


def idea_form(*, key: str) -> Suggestion | None:
    """Ask for an idea; None until the button is pressed."""
    kinds = {kind: _(word) for kind, word in TYPE_WORD.items()}
    with st.form(f"{key}_form", clear_on_submit=False):
        title = st.text_input(_("Idéen i få ord"), max_chars=LONGEST_TITLE, key=f"{key}_title")
        text = st.text_area(
            _("Hvad skal ændres, for hvem, og hvad bliver bedre?"),
            max_chars=LONGEST_TEXT,
            height=160,
            key=f"{key}_text",
            help=_("Skriv ikke navne på patienter eller kolleger."),
        )
        kind = st.selectbox(
            _("Slags innovation (kan udelades)"),
            list(kinds),
            index=None,
            format_func=kinds.__getitem__,
            placeholder=_("Ikke vurderet"),
            key=f"{key}_kind",
        )
        if not st.form_submit_button(_("Send idéen"), type="primary"):
            return None
    return Suggestion(title.strip(), text.strip(), kind)
