"""The strip above every page: local mode without sign-in, and invented figures."""

from html import escape

import streamlit as st

from models.services import installation
from models.settings import settings
from pages.shell.database import database
from pages.shell.viewer import ROLE_NAMES, viewer
from pages.shell.wording import _


def banner() -> None:
    """Draw a line for each of the two that applies; nothing when none does."""
    strips = []
    if settings().local:
        text = _(
            "Lokal tilstand: Pejling kan kun bruges på denne computer, og ingen er logget ind. "
            "Du ser som {role}.",
            role=_(ROLE_NAMES[viewer().role]).lower(),
        )
        strips.append(("local", text))
    with database() as db:
        invented = installation.invented(db)
    if invented:
        strips.append(("invented", _("Opdigtede data: intet her handler om en virkelig region.")))
    lines = "".join(f'<p class="{kind}">{escape(text)}</p>' for kind, text in strips)
    if lines:
        st.html(f'<div class="pejling-banner" role="note">{lines}</div>')
