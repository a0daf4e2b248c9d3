"""What must be said above every page: that nobody has signed in, and that figures are invented."""

from html import escape

import streamlit as st

from models.services import demo
from models.settings import settings
from pages.shell.database import database
from pages.shell.viewer import ROLE_NAMES, viewer
from pages.shell.wording import _


def _strip(kind: str, text: str) -> None:
    st.html(f'<div class="pejling-banner {kind}" role="note"><p>{escape(text)}</p></div>')


def banner() -> None:
    """Say both, each only when it is so."""
    if settings().local:
        text = _(
            "Lokal tilstand: Pejling svarer kun denne maskine, og ingen er logget ind. Du ser som {role}.",
            role=_(ROLE_NAMES[viewer().role]).lower(),
        )
        _strip("local", text)
    with database() as db:
        invented = demo.invented(db)
    if invented:
        _strip("invented", _("Opfundne data: intet her handler om en virkelig region."))
