"""A table of texts, each shown as it was written."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.shell.wording import markdown_escaped


def text_table(rows: Sequence[Mapping[str, str]], *, first: str | None = None) -> None:
    """Show rows that all have the same columns; only a cell that is Markdown is read as such.

    first: the column that names the rows; without it none does.
    """
    cells = [
        {markdown_escaped(name): markdown_escaped(text) for name, text in row.items()}
        for row in rows
    ]
    if first is None:
        st.table(cells)
        return
    frame = pd.DataFrame(cells).set_index(markdown_escaped(first))
    st.table(frame.rename_axis(first or None))
