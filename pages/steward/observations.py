"""The steward logs observations and sees the status before and after."""

from functools import partial

import streamlit as st

from models.services import exports
from models.services.promises import observations
from pages.parts.address import tabs
from pages.parts.export_form import export_form
from pages.parts.form.form import Form
from pages.parts.import_form import import_form
from pages.parts.messages import leave, show_message
from pages.parts.observations.form import PLACES, meant_as_written, observation_form
from pages.parts.observations.log import observation_log
from pages.parts.promises.criterion_picker import criterion_picker
from pages.parts.promises.status_change import change, standing_of, status_line, why_link
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

COLUMNS = "criterion_id, ref, value, k, n, population, series, evidence, recorded"

st.title(_("Målinger"))
st.markdown(_("Skriv, hvad I har målt, og hvilken dag tallet gælder for."))
by_hand, by_file = tabs(
    {"one": _("Én måling"), "file": _("Mange målinger fra en fil")}, key="observations_tab"
)

with by_hand:
    strategy_id, criterion = criterion_picker(_("Målinger"))
    show_message("observation")
    with database() as db:
        logged = observations.of(db, criterion.id, by=viewer())
        now = standing_of(db, strategy_id, criterion.id)
    status_line(now)
    why_link(strategy_id, criterion.id)
    form = Form(f"observation_{criterion.id}")
    observation = observation_form(form, criterion)
    if observation is not None:
        with form.refusals(**PLACES):
            with database() as db:
                meant = meant_as_written(form)
                observations.record(db, observation, by=viewer(), as_written=meant)
                after = standing_of(db, strategy_id, criterion.id)
            form.clear()
            leave(change(now, after, observation, criterion), at="observation")
    observation_log(logged, criterion.indicator.unit)

with by_file:
    export_form(exports.export_observations, name="maalinger")
    meant = st.checkbox(_("Tal under 1 er rigtige, også hvor målet er over 1"))
    import_form(
        partial(observations.import_observations, by=viewer(), on=today(), as_written=meant),
        columns=COLUMNS,
        key="observations",
    )
