"""The form in which a unit or a steward suggests an idea."""

from dataclasses import dataclass

import streamlit as st

from models.ideas.idea import TYPE_WORD, InnovationType
from models.services import ideas
from pages.parts.form.form import Form
from pages.parts.ideas.idea_changes import LONGEST_TEXT, LONGEST_TITLE, remember
from pages.parts.messages import leave
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _


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
        placeholder=_("Ingen valgt"),
        key=f"{form.key}_kind",
    )
    return Suggestion(title, text, kind) if form.ready(_("Send idéen")) else None


def suggest(form: Form, idea: Suggestion, *, thanks: str, at: str) -> None:
    """Store the idea of a form, empty the form and leave the thanks for the next run.

    at: where the page shows its messages. A broken rule is shown in the form, which keeps its text.
    """
    with form.refusals():
        with database() as db:
            stored_idea = ideas.suggest(
                db,
                idea.title,
                idea.text,
                innovation_type=idea.innovation_type,
                by=viewer(),
                on=today(),
            )
            remember(db, stored_idea)
        form.clear()
        leave(thanks, at=at)
