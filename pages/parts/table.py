"""A table that becomes a list of cards on a phone."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from pages.shell.wording import _

Row = Mapping[str, str]

# With more columns than this each gets the same room; with fewer a row's name gets more.
FEW = 5


class Corrected(str):
    """A figure that another has taken the place of."""

    __slots__ = ()


def table(rows: Sequence[Row], *, caption: str) -> None:
    """Rows that all have the same columns, in order; the first names the row."""
    first, *others = rows[0]
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in (first, *others))
    body = "".join(_row(row, first, others) for row in rows)
    width = "own" if len(others) < FEW else "even"
    st.html(
        f'<table class="pj wide {width}"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: Row, first: str, others: Sequence[str]) -> str:
    cells = "".join(f'<td data-name="{escape(name)}">{_cell(row[name])}</td>' for name in others)
    return f'<tr><th scope="row">{escape(row[first])}</th>{cells}</tr>'


def _cell(text: str) -> str:
    if isinstance(text, Corrected):
        return f"<s>{escape(text)}</s> {escape(_('rettet'))}"
    return escape(text)
