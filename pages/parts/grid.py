"""A table to scroll and sort, its numbers written in the session's language."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.shell.wording import words


def grid(rows: Sequence[Mapping[str, object]] | pd.DataFrame, *, key: str | None = None) -> None:
    """Show rows that all have the same columns; a column of numbers is sorted as numbers."""
    # Streamlit itself writes 6500, and asks the browser and not the session for a language.
    st.dataframe(pd.DataFrame(rows).style.format(_text), hide_index=True, key=key)


def _text(cell: str | float | None) -> str:
    return cell if isinstance(cell, str) else words().number(cell, 0)
