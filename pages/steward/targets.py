"""The steward sets a criterion's target: baseline, figure, due date and owner."""

from functools import partial

import streamlit as st

from models.services import exports
from models.services.promises import targets
from models.services.promises.detectable import detectable_change
from pages.parts.address import tabs
from pages.parts.export_form import export_form
from pages.parts.form.form import Form
from pages.parts.import_form import import_form
from pages.parts.messages import leave, show_message
from pages.parts.promises.criterion_picker import criterion_picker
from pages.parts.promises.criterion_story import detectable_line
from pages.parts.promises.paper_card import paper_card
from pages.parts.promises.status_change import moved_line, standing_of
from pages.parts.targets.form import PLACES, meant_as_written, summary, target_form
from pages.parts.targets.history import target_history
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Mål"))
st.markdown(_("Her får hvert løfte i strategien et tal og en frist."))
by_hand, by_file = tabs({"one": _("Ét mål"), "file": _("Mange mål fra en fil")}, key="targets_tab")

with by_hand:
    strategy_id, criterion = criterion_picker(_("Mål"))
    with database() as db:
        history = targets.history(db, criterion.id, by=viewer())
        standing = standing_of(db, strategy_id, criterion.id)
        change = detectable_change(db, history[-1], by=viewer()) if history else None
    st.subheader(_("Det siger strategien"))
    paper_card(criterion)
    st.subheader(_("Det måler I efter"))
    moved_line(standing)
    detectable_line(change)
    show_message("target")
    form = Form(f"target_{criterion.id}")
    with form.refusals(**PLACES):
        target = target_form(form, criterion, history[-1] if history else None)
        if target is not None:
            with database() as db:
                meant = meant_as_written(form)
                targets.set_target(db, target, by=viewer(), on=today(), as_written=meant)
            form.clear()
            leave(summary(target, criterion), at="target")
    target_history(history)

with by_file:
    export_form(exports.export_targets, name="maal")
    meant = st.checkbox(_("Tal under 1 er rigtige, også hvor andre tal i målet er over 1"))
    import_form(
        partial(targets.import_targets, by=viewer(), on=today(), as_written=meant),
        columns=", ".join((*targets.REQUIRED, *targets.OPTIONAL)),
        key="targets",
    )
