"""The units of a long table, some at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import streamlit as st

from pages.parts import address
from pages.shell.wording import _, say

# More rows than this nobody reads at once, and a browser is kept waiting for them.
AT_ONCE = 50
# The choice in the address, and the list it belongs to in the session.
_NAME, _LIST = "from", "culture_page_list"

T = TypeVar("T")


@dataclass(frozen=True)
class Page(Generic[T]):
    """The rows to draw; part: which they are among all, blank when they are all."""

    rows: Sequence[T]
    part: str = ""

    def follow(self, text: str) -> str:
        """A caption and which rows these are, where they are not all."""
        return f"{text.removesuffix('.')}. {self.part}" if self.part else text

    def hint(self) -> None:
        """Write under a table where the other rows are."""
        if self.part:
            st.caption(
                say(
                    "{told}. Vælg de næste i feltet Vis enheder. Det, siden siger om hvor mange, "
                    "gælder dem alle.",
                    told=self.part,
                )
            )


def page_picker(rows: Sequence[T], *, key: str) -> Page[T]:
    """All the rows where they are few; otherwise the first of them, or those somebody chooses.

    key: the same as long as the rows and their order are; a new one begins from the first row.
    `?from=` chooses beforehand.
    """
    if len(rows) <= AT_ONCE:
        return Page(rows)
    if st.session_state.setdefault(_LIST, key) != key and _NAME in st.query_params:
        del st.query_params[_NAME]
    st.session_state[_LIST] = key
    starts = {str(start + 1): start for start in range(0, len(rows), AT_ONCE)}
    field = f"culture_page_{key}"
    address.obey(_NAME, starts, 0, key=field)
    start = st.selectbox(
        _("Vis enheder"),
        list(starts.values()),
        format_func=lambda first: _span(first, len(rows)),
        key=field,
    )
    address.show(_NAME, str(start + 1), key=field)
    return Page(
        rows[start : start + AT_ONCE], _("Her er enhed {span}", span=_span(start, len(rows)))
    )


def _span(start: int, n: int) -> str:
    last = min(start + AT_ONCE, n)
    return _("{first}–{last} af {n}", first=start + 1, last=last, n=n)
