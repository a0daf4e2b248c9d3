"""A table that becomes a list of cards on a phone."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

Row = Mapping[str, str]


def table(rows: Sequence[Row], *, caption: str) -> None:
    """Rows that all have the same columns, in order; the first names the row."""
    first, *others = rows[0]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (first, *others))
    body = "".join(_row(row, first, others) for row in rows)
    st.html(
        f'<table class="pj wide own"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, first: str, others: Sequence[str]) -> str:
    cells = "".join(f'<td data-name="{escape(name)}">{escape(row[name])}</td>' for name in others)
    return f'<tr><th scope="row">{escape(row[first])}</th>{cells}</tr>'
