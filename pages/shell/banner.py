"""The strip above every page: local mode, a sign-in that soon expires, and invented figures."""

from datetime import UTC, datetime, timedelta
from html import escape

import streamlit as st

from models.claims import time_left
from models.services import installation
from models.settings import settings
from pages.shell.database import database
from pages.shell.viewer import ROLE_NAMES, viewer
from pages.shell.wording import _, ngettext

# What is written and not saved when a sign-in expires is lost.
WARNED_BEFORE = timedelta(hours=1)


def banner() -> None:
    """Draw a line for each that applies; nothing when none does."""
    strips = []
    if settings().local:
        text = _(
            "Lokal tilstand: Pejling kan kun bruges på denne computer, og ingen er logget ind. "
            "Du ser som {role}.",
            role=_(ROLE_NAMES[viewer().role]).lower(),
        )
        strips.append(("local", text))
    elif timedelta(0) < (left := time_left(st.user, datetime.now(UTC))) <= WARNED_BEFORE:
        text = ngettext(
            "Dit login udløber om {n} minut. Gem det, du skriver på, og log ind igen.",
            "Dit login udløber om {n} minutter. Gem det, du skriver på, og log ind igen.",
            max(left // timedelta(minutes=1), 1),
        )
        strips.append(("expiring", text))
    with database() as db:
        invented = installation.invented(db)
    if invented:
        strips.append(("invented", _("Opdigtede data: intet her handler om en virkelig region.")))
    lines = "".join(f'<p class="{kind}">{escape(text)}</p>' for kind, text in strips)
    if lines:
        st.html(f'<div class="pejling-banner" role="note">{lines}</div>')
