"""The promises before and after the one of the page, in the paper's order."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.strategy.paper.criterion import Criterion
from pages.parts.address import link
from pages.parts.promises.criterion_picker import short_name
from pages.shell.wording import _


def neighbour_links(criteria: Sequence[Criterion], criterion_id: str) -> None:
    """Show links to the promises before and after; day and filters of the address go along."""
    ids = [criterion.id for criterion in criteria]
    at = ids.index(criterion_id)
    before = criteria[at - 1] if at else None
    after = criteria[at + 1] if at + 1 < len(ids) else None
    text = "".join(
        f'<a href="{escape(_address(criterion))}" target="_self" class="{side}">'
        f"<b>{escape(name)}</b>"
        f"<span>{escape(short_name(criterion.id, criterion.text))}</span></a>"
        for side, name, criterion in (
            ("before", _("Forrige løfte"), before),
            ("after", _("Næste løfte"), after),
        )
        if criterion
    )
    label = escape(_("Andre løfter i strategien"))
    st.html(f'<nav class="pj-neighbours" aria-label="{label}">{text}</nav>')


def _address(criterion: Criterion) -> str:
    return link("criterion", *st.query_params, criterion=criterion.id)
