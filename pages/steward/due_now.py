"""The steward sees what is due now; in an empty installation the three steps to a first status."""

import streamlit as st

from models.services import due
from pages.parts.due import comments, first_steps, ideas, wave_steps
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

st.title(_("Det skal gøres nu"))
with database() as db:
    work = due.due(db, by=viewer())
if work.is_empty:
    first_steps()
    st.stop()
if not (work.steps or work.comments or work.ideas):
    st.success(_("Der er ikke noget, der venter på dig."), icon=":material/check_circle:")
wave_steps(work.steps)
comments(work.comments)
ideas(work.ideas)
