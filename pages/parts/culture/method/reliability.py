"""The questionnaire's reliability in a wave: what it allows, in words, and the figures folded."""

from html import escape
from math import isnan
from typing import Any

import streamlit as st

from models.services.culture.results import ReleasedWave
from models.wording.calculation import (
    AGREEMENT,
    ALPHA,
    BETWEEN_UNITS,
    OMEGA,
    RELIABILITY,
    RELIABILITY_TABLE,
    UNIT_MEANS,
    WEAK_QUESTION,
)
from models.wording.figures import decimals, decimals_span
from models.wording.measures import measure_name, without_explanation
from pages.parts.calculation import calculation
from pages.parts.table import table
from pages.shell.wording import _, markdown_escaped, words

_CONSISTENT, _WEAK_ITEM, _PLACES = 0.70, 0.30, 2


def reliability(release: ReleasedWave) -> None:
    """Whether units can be told apart and the questions hang together, topic by topic."""
    frame = release.head.reliability
    if frame.empty:
        st.info(_("Pålideligheden er ikke regnet ud for denne undersøgelse."))
        return
    rows = frame.to_dict("records")
    for sentence in (_apart(rows, release), _together(rows)):
        st.markdown(f"**{markdown_escaped(sentence)}**")
    table(
        [_row(row, release) for row in rows],
        caption=_("Kan enheder sammenlignes, og hænger spørgsmålene i emnet sammen?"),
    )
    weak = _weak(release)
    if weak:
        with st.expander(_("Spørgsmål, der hænger svagt sammen med resten af deres emne")):
            st.markdown("\n".join(f"- {markdown_escaped(wording)}" for wording, _r in weak))
    weakness = [_(WEAK_QUESTION, question=wording, r=r) for wording, r in weak]
    calculation(*map(_, RELIABILITY), *weakness, markup=_figures(rows, release))


def _apart(rows: list[dict[str, Any]], release: ReleasedWave) -> str:
    alike = [
        without_explanation(measure_name(str(row["dimension"]), release.instrument, words()))
        for row in rows
        if not row["may_rank"]
    ]
    if len(alike) == len(rows):
        return _("Undersøgelsen kan ikke skelne enhederne fra hinanden i noget emne.")
    apart = _(
        "Undersøgelsen kan skelne enhederne fra hinanden i {may} af {n} tal.",
        may=len(rows) - len(alike),
        n=len(rows),
    )
    if not alike:
        return apart
    return f"{apart} {_('Den kan det ikke i: {names}.', names=words().enumeration(alike))}"


def _together(rows: list[dict[str, Any]]) -> str:
    return _(
        "Spørgsmålene hænger godt sammen i {well} af {n} tal.",
        well=sum(row["alpha"] >= _CONSISTENT for row in rows),
        n=len(rows),
    )


def _row(row: dict[str, Any], release: ReleasedWave) -> dict[str, str]:
    apart = (
        _("ja, enheder kan skelnes") if row["may_rank"] else _("nej, forskelle kan være tilfældige")
    )
    return {
        _("Emne"): measure_name(str(row["dimension"]), release.instrument, words()),
        _("Må enheder sammenlignes?"): apart,
        _("Hænger spørgsmålene sammen?"): _consistent(row["alpha"]),
        _("Svar"): words().number(row["n"], 0),
    }


def _consistent(alpha: float) -> str:
    if isnan(alpha):
        return _("ikke regnet ud")
    return _("godt") if alpha >= _CONSISTENT else _("svagt")


def _weak(release: ReleasedWave) -> list[tuple[str, str]]:
    """The questions that hang weakly together with their topic, and how weakly."""
    items = release.head.items
    if items.empty:
        return []
    weak = items[items["item_rest"] < _WEAK_ITEM].to_dict("records")
    return [
        (
            words().of(release.instrument.item(str(row["item"])).wording),
            decimals(row["item_rest"], _PLACES, words()),
        )
        for row in weak
    ]


def _figures(rows: list[dict[str, Any]], release: ReleasedWave) -> str:
    head = (_("Emne"), *map(_, (ALPHA, OMEGA, BETWEEN_UNITS, UNIT_MEANS, AGREEMENT)))
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(_figures_row(row, release, head) for row in rows)
    return (
        f'<table class="pj wide pj-narrow"><caption>{escape(_(RELIABILITY_TABLE))}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table>"
    )


def _figures_row(row: dict[str, Any], release: ReleasedWave, head: tuple[str, ...]) -> str:
    name = measure_name(str(row["dimension"]), release.instrument, words())
    cells = (
        _between(row, "alpha"),
        _between(row, "omega"),
        decimals(row["icc1"], 3, words()),
        decimals(row["icc2_median"], 3, words()),
        decimals(row["rwg_median"], _PLACES, words()),
    )
    return (
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(
            f'<td data-name="{escape(column)}">{cell}</td>'
            for column, cell in zip(head[1:], cells, strict=True)
        )
        + "</tr>"
    )


def _between(row: dict[str, Any], name: str) -> str:
    figure = decimals(row[name], _PLACES, words())
    ends = decimals_span(row[f"{name}_low"], row[f"{name}_high"], _PLACES, words())
    return f'{figure}<span class="pj-small">{ends}</span>' if ends else figure
