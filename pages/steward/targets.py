"""The steward sets a criterion's target: baseline, figure, due date and owner."""

from functools import partial

import streamlit as st

from models.services import exports
from models.services.due import missing_targets
from models.services.promises import targets
from pages.parts.address import tabs
from pages.parts.due.first_steps import TARGET, step_line
from pages.parts.export_form import export_form
from pages.parts.form.form import Form
from pages.parts.import_form import import_form
from pages.parts.messages import show_message
from pages.parts.promises.criterion_picker import criterion_picker
from pages.parts.promises.paper_card import paper_card
from pages.parts.promises.shares import target_shares
from pages.parts.promises.status_change import board_today
from pages.parts.targets.form import PLACES, above_form, go_on, meant_as_written, target_form
from pages.parts.targets.history import target_history
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Mål"))
step_line(here=TARGET)
finding = st.container()
by_hand, by_file = tabs({"one": _("Ét mål"), "file": _("Mange mål fra en fil")}, key="targets_tab")

with by_hand:
    strategy_id, criterion = criterion_picker(_("Mål"), waiting=missing_targets)
    with database() as db:
        history = targets.history(db, criterion.id, by=viewer())
        board = board_today(db, strategy_id)
    current = history[-1] if history else None
    target_shares(board, at=finding)
    st.subheader(_("Det siger strategien"))
    paper_card(criterion)
    st.subheader(_("Det måler I efter"))
    above_form(board.standing(criterion.id), current)
    show_message("target")
    form = Form(f"target_{criterion.id}")
    with form.refusals(**PLACES):
        target = target_form(form, criterion, current, paper=board.strategy.document.title)
        if target is not None:
            with database() as db:
                meant = meant_as_written(form)
                targets.set_target(db, target, by=viewer(), on=today(), as_written=meant)
            form.clear()
            go_on(target, board.standing(criterion.id), strategy_id)
    target_history(history, criterion)

with by_file:
    export_form(exports.export_targets, name="maal")
    meant = st.checkbox(_("Tal under 1 er rigtige, også hvor andre tal i målet er over 1"))
    bring = partial(targets.import_targets, by=viewer(), on=today(), as_written=meant)
    import_form(bring, columns=(targets.REQUIRED, targets.OPTIONAL), key="targets")
