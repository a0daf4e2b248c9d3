"""The questionnaire's reliability in a wave: figures, and what they allow, in words."""

from html import escape
from typing import Any

import streamlit as st

from models.services.culture.results import ReleasedWave
from models.wording.figures import decimals, decimals_span
from models.wording.measures import measure_name
from pages.shell.wording import _, markdown_escaped, words

_CONSISTENT, _WEAK_ITEM, _PLACES = 0.70, 0.30, 2


def answer(release: ReleasedWave) -> None:
    """Show in one sentence whether the survey can tell units apart."""
    comparable = release.head.reliability.get("may_rank")
    if comparable is not None and len(comparable):
        sentence = _finding(int(comparable.sum()), len(comparable))
        st.markdown(f"**{markdown_escaped(sentence)}**")


def reliability(release: ReleasedWave) -> None:
    """One row a dimension: does it hang together, and can it tell units apart."""
    frame = release.head.reliability
    if frame.empty:
        st.info(_("Pålideligheden er ikke regnet ud for denne undersøgelse."))
        return
    rows = frame.to_dict("records")
    head = (
        _("Emne"), _("Må enheder sammenlignes?"), _("Alfa"), _("Omega"), _("ICC(1)"),
        _("ICC(2), midterste enhed"), _("Enighed i enheden, r_wg(j)"), _("Svar"),
    )  # fmt: skip
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    body = "".join(_row(row, release, head) for row in rows)
    with st.expander(_("Tallene som tabel")):
        st.html(
            f'<div class="pj-scroll" role="region" tabindex="0" '
            f'aria-label="{escape(_("Pålidelighed"))}"><table class="pj wide pj-narrow"><caption>'
            f"{escape(_('Pålidelighed, emne for emne; 95 % interval under tallet'))}</caption>"
            f"<thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>"
        )
    _rules()
    _items(release)


def _finding(comparable: int, n: int) -> str:
    if not comparable:
        return _("Målingen kan ikke skelne enhederne fra hinanden i noget emne.")
    return _(
        "Målingen kan skelne enhederne fra hinanden i {may} af {n} tal.",
        may=comparable,
        n=n,
    )


def _row(row: dict[str, Any], release: ReleasedWave, head: tuple[str, ...]) -> str:
    name = measure_name(str(row["dimension"]), release.instrument, words())
    allowed = (
        _("ja, enheder kan skelnes") if row["may_rank"] else _("nej, forskelle kan være tilfældige")
    )
    cells = (
        escape(allowed),
        _between(row, "alpha"),
        _between(row, "omega"),
        decimals(row["icc1"], 3, words()),
        decimals(row["icc2_median"], 3, words()),
        decimals(row["rwg_median"], _PLACES, words()),
        words().number(row["n"], 0),
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


def _rules() -> None:
    with st.expander(_("Sådan læses tallene")):
        for text in (
            _("**Alfa og omega** siger, om spørgsmålene i et emne hænger sammen. Fra 0,70 er det "
              "godt nok til grupper. De regnes kun ud fra 100 svar. Indeksets alfa er "
              "regnet af emnernes (stratificeret alfa)."),
            _("**ICC(1)** er den del af forskellen mellem mennesker, der følger enheden. "
              "**ICC(2)** er, hvor pålideligt en enheds gennemsnit er ved den midterste enheds "
              "antal svar."),
            _("**Enheder må sammenlignes** (sorteres og farves), når ICC(1) er mindst 0,05 og ikke "
              "kan være tilfældig, og ICC(2) er mindst 0,70. Ellers vises tallene uden orden."),
            _("**r_wg(j)** er, hvor enige folk i samme enhed er, 0 til 1. Høj enighed alene viser "
              "ikke, at enheder er forskellige."),
        ):  # fmt: skip
            st.markdown(text)


def _items(release: ReleasedWave) -> None:
    items = release.head.items
    weak = items[items["item_rest"] < _WEAK_ITEM] if not items.empty else items
    if weak.empty:
        return
    st.markdown(_("Spørgsmål, der hænger svagt sammen med resten af deres emne:"))
    for row in weak.to_dict("records"):
        wording = words().of(release.instrument.item(str(row["item"])).wording)
        figure = decimals(row["item_rest"], _PLACES, words())
        st.markdown(f"- {markdown_escaped(f'{wording} (r = {figure})')}")
