"""The changes of a file, record by record, before anything is written."""

from collections.abc import Sequence

import streamlit as st

from models.services.files.changes import ACTION_WORD, Change
from pages.parts.grid import grid
from pages.shell.wording import _, say, words

MOST = 500


def change_list(changes: Sequence[Change]) -> None:
    """Show the changes as a table, the first ones where there are many; nothing without any."""
    if not changes:
        return
    grid(
        [
            {
                _("Post"): change.record,
                _("Hvad sker der"): _(ACTION_WORD[change.action]),
                _("Kolonne"): change.column,
                _("Før"): _value(change.before),
                _("Nu"): _value(change.after),
            }
            for change in changes[:MOST]
        ]
    )
    if len(changes) > MOST:
        st.caption(say("De første {n} af {all} ændringer.", n=MOST, all=len(changes)))


def _value(value: str | float | None) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else words().number(value, 6)
