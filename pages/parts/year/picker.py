"""Which day, or which year, the page looks at."""

from datetime import date

import streamlit as st

from models.report.year.annual_status import year_end
from models.strategy.paper.strategy import Strategy
from pages.parts.address import obey, show
from pages.shell.viewer import today
from pages.shell.wording import _, words

_BACK = 6


def as_of_picker(strategy: Strategy) -> date:
    """Today, or the last day of an earlier year; `?year=` chooses beforehand."""
    days = [today(), *(year_end(year) for year in _years(strategy) if year < today().year)]
    key = f"as_of_{strategy.id}"
    obey("year", {str(day.year): day for day in days}, days[0], key=key)
    return st.selectbox(
        _("Status pr."),
        days,
        format_func=lambda day: (
            _("{day} (i dag)", day=words().day(day)) if day == today() else words().day(day)
        ),
        key=key,
    )


def year_picker(strategy: Strategy) -> int:
    """The year of an annual status; the last one in which a promise fell due, if there is one."""
    years, key = _years(strategy), f"year_{strategy.id}"
    obey("year", {str(year): year for year in years}, _usual(strategy), key=key)
    chosen = st.selectbox(_("År"), years, key=key)
    show("year", str(chosen), key=key)
    return chosen


def _usual(strategy: Strategy) -> int:
    now = today().year
    due = [one.due.year for one in strategy.criteria if one.due and one.due.year < now]
    return max(due, default=now - 1)


def _years(strategy: Strategy) -> list[int]:
    """From the strategy's first year until now, the newest first."""
    now = today().year
    start = strategy.period.start
    return list(range(now, min(start.year if start else now - _BACK, now - 1) - 1, -1))
