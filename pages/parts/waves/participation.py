"""The share of each unit's staff that has answered so far: a table, on a phone a list of cards."""

import streamlit as st

from models.access import Viewer
from models.services.waves import lifecycle
from models.wording.participation import band
from pages.parts.table import table
from pages.shell.database import database
from pages.shell.wording import _, say, words
from survey.asking.participation import FEWEST_INVITED, Band
from survey.asking.wave import Wave

# A longer table scrolls in a frame of so many pixels.
LONGEST, FRAME = 12, 420


def participation(wave: Wave, by: Viewer) -> None:
    """Show each unit with its staff and the band of those who have answered."""
    with database() as db:
        units = lifecycle.participation(db, wave.id, by=by)
    head = _("Enhed"), _("Inviterede"), _("Har svaret")
    rows = [
        (unit, words().number(invited, 0), band(rate or Band.UNKNOWN, words()).capitalize())
        for unit, invited, rate in zip(units["unit"], units["invited"], units["band"], strict=True)
    ]
    height = FRAME if len(rows) > LONGEST else "content"
    with st.container(height=height, border=False):
        table(
            [dict(zip(head, row, strict=True)) for row in rows], caption=_("Hvor mange har svaret")
        )
    st.caption(
        say(
            "Enheder med under {n} inviterede står der ikke, og heller ikke de enheder, hvis tal "
            "ville røbe dem. De er talt med i enheden over.",
            n=FEWEST_INVITED,
        )
    )
