"""The promises before and after the one of the page, in the paper's order."""

from collections.abc import Sequence
from html import escape
from textwrap import shorten

import streamlit as st

from models.strategy.paper.criterion import Criterion
from pages.parts.address import link
from pages.shell.wording import _

LONGEST = 44


def neighbour_links(criteria: Sequence[Criterion], criterion_id: str) -> None:
    """Show links to the promises before and after; day and filters of the address go along."""
    ids = [criterion.id for criterion in criteria]
    at = ids.index(criterion_id)
    before = criteria[at - 1] if at else None
    after = criteria[at + 1] if at + 1 < len(ids) else None
    text = "".join(
        f'<a href="{escape(_address(criterion))}" target="_self" class="{side}">'
        f"<b>{escape(name)}</b>"
        f"<span>{escape(_name(criterion))}</span></a>"
        for side, name, criterion in (
            ("before", _("Forrige løfte"), before),
            ("after", _("Næste løfte"), after),
        )
        if criterion
    )
    label = escape(_("Andre løfter i strategien"))
    st.html(f'<nav class="pj-neighbours" aria-label="{label}">{text}</nav>')


def _name(criterion: Criterion) -> str:
    """Return the code without the strategy's, and as many whole words as stand in two lines."""
    code = criterion.id.partition("-")[2]
    return shorten(f"{code} · {criterion.text}", LONGEST, placeholder=" …")


def _address(criterion: Criterion) -> str:
    return link("criterion", *st.query_params, criterion=criterion.id)
