"""The button that gives the days of the next values as a file for a calendar."""

from functools import partial

import streamlit as st

from models.services.reminders.calendar_file import own_calendar
from models.settings import settings
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, words


def calendar_button(owner: str) -> None:
    """Offer the file of the viewer's promises, or of the owner whom a steward looks as."""
    st.download_button(
        _("Hent dagene til din kalender"),
        # Read and written only when somebody fetches it.
        partial(_content, owner),
        file_name="pejling.ics",
        mime="text/calendar",
        icon=":material/calendar_month:",
        key="my_updates_calendar",
        on_click="ignore",
    )


def _content(owner: str) -> bytes:
    address = settings().page_address("my_updates")
    with database() as db:
        return own_calendar(db, words(), address=address, owner=owner, by=viewer(), on=today())
