"""The two moments that are compared, kept in the address."""

from contextlib import suppress
from datetime import date

import streamlit as st

from models.services.promises.status_changes import Moment
from models.strategy.rule.assessment_day import year_end
from models.wording import reading
from pages.parts.address import obey_text, show
from pages.parts.form.field import day_field
from pages.shell.viewer import today
from pages.shell.wording import _, language


def moments() -> tuple[Moment, Moment]:
    """Ask for two days, and for each the day whose knowledge counts.

    To begin with the end of last year, by what was entered then, and today by all that is entered.
    """
    columns = st.columns(4)
    with columns[0]:
        first = _day("since", _("Fra status pr."), year_end(today().year - 1), "")
    with columns[1]:
        hint = _("Kun det, der var indtastet den dag, tæller med.")
        first_known = _day("since_known", _("Efter det, der vidstes den"), first, hint)
    with columns[2]:
        last = _day("until", _("Til status pr."), today(), "")
    with columns[3]:
        last_known = _day("known", _("og det, der vidstes den"), today(), hint)
    return Moment(first, first_known), Moment(last, last_known)


def _day(name: str, label: str, usual: date, hint: str) -> date:
    """Return a day that the address may choose; the usual one is not written there."""
    # A key for each usual day: it follows another choice until somebody changes it.
    key, address_day = f"{name}_{usual.isoformat()}", st.query_params.get(name, "")
    with suppress(ValueError):
        text = reading.written_day(date.fromisoformat(address_day), language())
        obey_text(name, {address_day: text}, key=key)
    day = day_field(label, usual, key=key, hint=hint)
    if day != usual:
        show(name, day.isoformat(), key=key)
    elif address_day:
        del st.query_params[name]
    return day
