"""The form in which a unit suggests an idea."""

from dataclasses import dataclass

import streamlit as st

from models.ideas.idea import TYPE_WORD, InnovationType
from pages.parts.form.form import Form
from pages.shell.wording import _

LONGEST_TITLE, LONGEST_TEXT = 120, 4000


@dataclass(frozen=True)
class Suggestion:
    """An idea as it was written in the form."""

    title: str
    text: str
    innovation_type: InnovationType | None


def idea_form(form: Form) -> Suggestion | None:
    """Ask for an idea; None until the button is pressed."""
    kinds = {kind: _(word) for kind, word in TYPE_WORD.items()}
    title = form.text(_("Idéen i få ord"), longest=LONGEST_TITLE, key="title", required=True)
    text = form.text(
        _("Hvad skal ændres, for hvem, og hvad bliver bedre?"),
        longest=LONGEST_TEXT,
        height=160,
        key="text",
        hint=_("Skriv ikke navne på patienter eller kolleger."),
    )
    kind = st.selectbox(
        _("Slags innovation (kan udelades)"),
        list(kinds),
        index=None,
        format_func=kinds.__getitem__,
        placeholder=_("Ikke vurderet"),
        key=f"{form.key}_kind",
    )
    return Suggestion(title, text, kind) if form.ready(_("Send idéen")) else None
