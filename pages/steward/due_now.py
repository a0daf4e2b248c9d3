"""The steward sees what is due now, and until there is a status the three steps to a first one."""

import streamlit as st

from models.services import due
from pages.parts.due.first_steps import step_cards, steps_so_far
from pages.parts.due.tasks import nothing_due, tasks
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _

st.title(_("Det skal gøres nu"))
with database() as db:
    work = due.due(db, by=viewer(), on=today())
steps = steps_so_far()
if steps is not None:
    step_cards(steps)
if work.tasks:
    tasks(work, today())
elif steps is None:
    nothing_due(work, today())
