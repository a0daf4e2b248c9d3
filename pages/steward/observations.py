"""The steward logs observations and sees the status before and after."""

from functools import partial

import streamlit as st

from models.services import exports
from models.services.due import late_measurements
from models.services.promises import observations
from pages.parts.address import tabs
from pages.parts.due.first_steps import MEASUREMENT, step_line
from pages.parts.export_form import export_form
from pages.parts.form.form import Form
from pages.parts.import_form import import_form
from pages.parts.messages import leave, show_message
from pages.parts.observations.form import PLACES, meant_as_written, next_place, observation_form
from pages.parts.observations.log import observation_log
from pages.parts.promises.criterion_picker import criterion_picker
from pages.parts.promises.criterion_story import low_response_line
from pages.parts.promises.shares import measured_shares
from pages.parts.promises.status_change import board_today, change, status_line, why_link
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Målinger"))
step_line(here=MEASUREMENT)
finding = st.container()
by_hand, by_file = tabs(
    {"one": _("Én måling"), "file": _("Mange målinger fra en fil")}, key="observations_tab"
)

with by_hand:
    strategy_id, criterion = criterion_picker(_("Målinger"), waiting=late_measurements)
    with database() as db:
        logged = observations.of(db, criterion.id, by=viewer())
        board = board_today(db, strategy_id)
    now = board.standing(criterion.id)
    measured_shares(board, today(), at=finding)
    show_message("observation")
    status_line(now)
    low_response_line(now)
    form = Form(f"observation_{criterion.id}")
    observation = observation_form(form, now)
    if observation is not None:
        with form.refusals(**PLACES):
            with database() as db:
                observations.record(db, observation, by=viewer(), as_written=meant_as_written(form))
                after = board_today(db, strategy_id)
            form.clear()
            message = change(now, after.standing(criterion.id), observation, criterion)
            leave(message, at="observation", then=next_place(after, criterion.id, today()))
    observation_log(logged, criterion.indicator.unit)
    why_link(strategy_id, criterion.id)

with by_file:
    export_form(exports.export_observations, name="maalinger")
    meant = st.checkbox(_("Tal under 1 er rigtige, også hvor målet er over 1"))
    bring = partial(observations.import_observations, by=viewer(), on=today(), as_written=meant)
    import_form(bring, columns=(observations.REQUIRED, observations.OPTIONAL), key="observations")
