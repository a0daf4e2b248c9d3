"""Which wave is looked at; asked only when there are several."""

from collections.abc import Sequence

import streamlit as st

from pages.shell.wording import _
from survey.asking.wave import Wave


def wave_picker(waves: Sequence[Wave]) -> Wave | None:
    """One of these, the first to begin with; None when there is none."""
    if len(waves) <= 1:
        return waves[0] if waves else None
    return st.selectbox(
        _("Undersøgelse"), waves, format_func=lambda wave: wave.name, key="released_wave"
    )
