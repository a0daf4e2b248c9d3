"""The initiatives that serve a promise."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.strategy.paper.theme import Initiative
from pages.shell.wording import _


def initiatives(serving: Sequence[Initiative]) -> None:
    """Show the initiatives that serve the promise, or that there is none."""
    st.header(_("Initiativer, der bidrager"))
    if not serving:
        st.info(
            _(
                "Intet initiativ i strategien bidrager til dette løfte. Overvej, hvem der skal "
                "stå for det."
            )
        )
        return
    rows = "".join(
        f'<li>{escape(row.title)} <span class="pj-small">'
        f"({escape(row.id)}, {escape(row.paper_status)})</span></li>"
        for row in serving
    )
    note = escape(_("Koblingen mellem initiativer og kriterier er et forslag."))
    st.html(f'<ul class="pj-list">{rows}</ul><p class="pj-small">{note}</p>')
