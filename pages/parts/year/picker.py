"""The choice of a day or a year."""

from datetime import date

import streamlit as st

from models.strategy.paper.strategy import Strategy
from models.strategy.rule.assessment_day import year_end
from pages.parts.address import obey, show
from pages.shell.viewer import today
from pages.shell.wording import _, words

_BACK = 6


def as_of_picker(strategy: Strategy) -> date:
    """Return today or the last day of an earlier year; `?year=` presets the choice."""
    days = [today(), *(year_end(year) for year in _years(strategy) if year < today().year)]
    key = f"as_of_{strategy.id}"
    obey("year", {str(day.year): day for day in days}, days[0], key=key)
    as_of = st.selectbox(
        _("Status pr."),
        days,
        format_func=lambda day: (
            _("{day} (i dag)", day=words().day(day)) if day == today() else words().day(day)
        ),
        key=key,
    )
    show("year", str(as_of.year), key=key)
    return as_of


def year_picker(strategy: Strategy) -> int:
    """Return the year of an annual status; preset to the latest that has ended."""
    years, key = _years(strategy), f"year_{strategy.id}"
    obey("year", {str(year): year for year in years}, today().year - 1, key=key)
    year = st.selectbox(_("År"), years, key=key)
    show("year", str(year), key=key)
    return year


def _years(strategy: Strategy) -> list[int]:
    """Return the years from the strategy's first to this one, newest first."""
    now = today().year
    start = strategy.period.start
    return list(range(now, min(start.year if start else now - _BACK, now - 1) - 1, -1))
