"""The choice of released wave, shown only when there are several."""

from collections.abc import Sequence

import streamlit as st

from models.services.culture.results import ReleasedWave
from pages.parts.address import obey, show
from pages.shell.wording import _


def wave_picker(releases: Sequence[ReleasedWave]) -> ReleasedWave | None:
    """One of these, the first to begin with; None when there is none."""
    if len(releases) <= 1:
        return releases[0] if releases else None
    by_id = {release.wave.id: release for release in releases}
    obey("wave", {wave_id: wave_id for wave_id in by_id}, next(iter(by_id)), key="released_wave")
    wave_id = st.selectbox(
        _("Undersøgelse"),
        list(by_id),
        format_func=lambda wave_id: by_id[wave_id].wave.name,
        key="released_wave",
    )
    show("wave", wave_id, key="released_wave")
    return by_id[wave_id]
