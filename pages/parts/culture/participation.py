"""The response rate of each unit, and whether its answers stand for everybody."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.services.culture.map import CultureMap, UnitFigures
from models.wording.participation import answers, caution, rate
from pages.parts.culture.paging import Page
from pages.shell.wording import _, say, words
from survey.asking.participation import EXACT_FROM

# Staff, answers and rate stand under each other, at the right of their columns.
_FIGURES, _NUMBER = 3, ' class="pj-number"'


def participation(culture: CultureMap, page: Page[UnitFigures], smallest_group: int) -> None:
    """A unit and a page of those under it: staff, valid answers, rate, and what to mind."""
    head = (
        _("Enhed og svarprocent"),
        _("Ansatte"),
        _("Gyldige svar"),
        _("Svarprocent"),
        _("Forbehold"),
    )
    columns = "".join(
        f'<th scope="col"{_NUMBER * (0 < place <= _FIGURES)}>{escape(name)}</th>'
        for place, name in enumerate(head)
    )
    rows = "".join(_row(row, head, smallest_group) for row in (culture.above, *page.rows))
    st.html(
        f'<table class="pj wide"><caption>{escape(page.follow(_("Deltagelse")))}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )
    page.hint()
    st.caption(
        say(
            "Et svar er gyldigt, når mindst syv emner kan regnes ud. Under {n} ansatte står her "
            "kun, at der er mindst {k} svar, og et spænd for svarprocenten.",
            k=smallest_group,
            n=EXACT_FROM,
        )
    )


def _row(row: UnitFigures, head: Sequence[str], smallest_group: int) -> str:
    caveat = caution(row.coverage, words()) if row.n is not None else ""
    bar = ""
    if row.rate is not None:
        width = min(100 * row.rate, 100)
        bar = f'<span class="pj-bar" aria-hidden="true"><i style="width:{width:.0f}%"></i></span>'
    cells = (
        words().number(row.unit.staff, 0),
        answers(row.n, row.unit.staff, words(), smallest_group=smallest_group),
        rate(row.n, row.unit.staff, words()),
        caveat or _("ingen"),
    )
    return (
        f'<tr><th scope="row">{escape(row.unit.name)}{bar}</th>'
        + "".join(
            f'<td data-name="{escape(name)}"{_NUMBER * (place < _FIGURES)}>{escape(cell)}</td>'
            for place, (name, cell) in enumerate(zip(head[1:], cells, strict=True))
        )
        + "</tr>"
    )
