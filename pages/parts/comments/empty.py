"""What comes next where there are no comments to read."""

import streamlit as st

from models.services.waves import lifecycle
from pages.parts.way import way
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, say, words
from survey.asking.wave import Wave, WaveState


def no_comments() -> None:
    """Say that there is nothing to read, which survey brings the next comments, and the way."""
    with database() as db:
        waves = lifecycle.all_waves(db, by=viewer())
    st.info(
        _(
            "Der er ingen kommentarer at læse. De ligger her, når en undersøgelse er lukket, og "
            "indtil de er vist."
        )
    )
    coming = [wave for wave in waves if wave.state in (WaveState.DRAFT, WaveState.OPEN)]
    if coming:
        _next(coming[0])
        return
    st.markdown(
        _("Alle undersøgelser er lukket, og ingen kommentarer venter. De næste kommer med den "
          "næste undersøgelse.")
        if waves
        else _("Ingen undersøgelse er planlagt endnu. De første kommentarer kommer med den første.")
    )  # fmt: skip
    way("steward/waves.py", _("Planlæg en undersøgelse"), tab="new")


def _next(wave: Wave) -> None:
    st.markdown(
        say(
            "De næste kommer med {wave}, som har været åben siden {day}. Luk den, når tiden er "
            "gået.",
            wave=wave.name,
            day=words().day(wave.opens_on),
        )
        if wave.state is WaveState.OPEN
        else say("De næste kommer med {wave}, som ikke er åbnet endnu.", wave=wave.name)
    )
    way("steward/waves.py", _("Gå til Undersøgelser"), tab="waves")
