"""Fields used by the forms of several pages."""

from datetime import date

import streamlit as st

from pages.shell.wording import language

_EARLIEST, _LATEST = date(1990, 1, 1), date(2060, 12, 31)
_FORMAT = {"da": "DD.MM.YYYY", "sv": "YYYY-MM-DD", "en": "DD/MM/YYYY"}


def day_field(label: str, value: date | None, *, key: str, hint: str | None = None) -> date | None:
    """Ask for a day between 1990 and 2060; None when the field is empty."""
    day = st.date_input(
        label,
        value,
        min_value=_EARLIEST,
        max_value=_LATEST,
        format=_FORMAT.get(language(), "DD.MM.YYYY"),
        key=key,
        help=hint,
    )
    return day if isinstance(day, date) else None


def number_field(
    label: str, value: float | None, *, key: str, hint: str | None = None
) -> float | None:
    """Ask for a figure; None, never 0, when the field is empty."""
    start = None if value is None else float(value)
    return st.number_input(label, value=start, step=1.0, format="%.10g", key=key, help=hint)


def whole_field(label: str, *, key: str, hint: str | None = None) -> int | None:
    """Ask for a count of 0 or more; None when the field is empty."""
    return st.number_input(label, value=None, min_value=0, step=1, key=key, help=hint)
