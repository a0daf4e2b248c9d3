"""What must be said above every page: that nobody has signed in, and that figures are invented."""

from html import escape

import streamlit as st

from models.services import installation
from models.settings import settings
from pages.shell.database import database
from pages.shell.viewer import ROLE_NAMES, viewer
from pages.shell.wording import _


def banner() -> None:
    """Say both, each only when it is so."""
    strips = []
    if settings().local:
        text = _(
            "Lokal tilstand: Pejling svarer kun denne maskine, og ingen er logget ind. "
            "Du ser som {role}.",
            role=_(ROLE_NAMES[viewer().role]).lower(),
        )
        strips.append(("local", text))
    with database() as db:
        invented = installation.invented(db)
    if invented:
        strips.append(("invented", _("Opdigtede data: intet her handler om en virkelig region.")))
    said = "".join(f'<p class="{kind}">{escape(text)}</p>' for kind, text in strips)
    if said:
        st.html(f'<div class="pejling-banner" role="note">{said}</div>')
