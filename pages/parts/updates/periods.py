"""Locking a period, so that its values stay as they are, and opening it again."""

from collections.abc import Sequence

import streamlit as st

from models.services import period_locks
from models.steering.period_lock import PeriodLock
from pages.parts.form.form import Form
from pages.parts.messages import leave, show_message
from pages.parts.text_table import text_table
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, words

MESSAGE, LOCK, UNLOCK = "my_updates_periods", "lock", "unlock"


def periods(locks: Sequence[PeriodLock]) -> None:
    """Show what was locked and unlocked, newest first, and the form for another period."""
    show_message(MESSAGE)
    if locks:
        text_table([_row(lock) for lock in reversed(locks)], first=_("Periode"))
        st.caption(_("Den øverste linje, der rammer en dag, gælder."))
    else:
        st.info(_("Ingen periode er låst: alle værdier kan skrives og rettes."))
    form = Form("period_lock")
    first_column, last_column = st.columns(2)
    with first_column:
        first_day = form.day(_("Første dag"), key="first_day", required=True)
    with last_column:
        last_day = form.day(_("Sidste dag"), key="last_day", required=True)
    reason = form.text(_("Grund"), key="reason", hint=_("Skal skrives, når en periode åbnes igen"))
    names = {LOCK: _("Lås perioden"), UNLOCK: _("Åbn perioden igen")}
    choice = form.choice(_("Hvad skal der ske?"), names, key="choice")
    if not form.ready(_("Gem perioden")) or first_day is None or last_day is None:
        return
    turn = period_locks.lock_period if choice == LOCK else period_locks.unlock_period
    with form.refusals():
        with database() as db:
            turn(db, first_day, last_day, reason=reason, by=viewer(), on=today())
        form.clear()
        span = f"{words().day(first_day)} – {words().day(last_day)}"
        locked, opened = _("{span} er låst.", span=span), _("{span} er åben igen.", span=span)
        leave(locked if choice == LOCK else opened, at=MESSAGE)


def _row(lock: PeriodLock) -> dict[str, str]:
    return {
        _("Periode"): f"{words().day(lock.first_day)} – {words().day(lock.last_day)}",
        _("Hvad er der sket"): _("Låst") if lock.locked else _("Åbnet igen"),
        _("Af hvem"): lock.entered_by,
        _("Hvornår"): words().day(lock.entered_on),
        _("Grund"): lock.reason or "–",
    }
