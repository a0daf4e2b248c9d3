"""The reviewer of comments: two different people must read each, so each needs a name."""

from dataclasses import replace

import streamlit as st

from models.access import Viewer
from models.settings import settings
from pages.shell.viewer import viewer
from pages.shell.wording import _

MOST = 20


def comment_reviewer() -> Viewer | None:
    """Return the signed-in viewer; in local mode a viewer named by initials, None without them."""
    if not settings().local:
        return viewer()
    initials = st.text_input(_("Dine initialer"), max_chars=MOST, key="comment_initials").strip()
    st.caption(
        _(
            "Her logger ingen ind, så Pejling kan ikke selv se, hvem der læser. Skriv dine egne "
            "initialer, og lad en anden læse med sine."
        )
    )
    return replace(viewer(), name=f"lokal {initials}") if initials else None
