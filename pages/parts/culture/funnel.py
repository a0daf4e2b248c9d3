"""From idea to use: the shares of people who proposed, tried and put something new to use."""

from collections.abc import Sequence

import streamlit as st

from models.charts.culture.bars import Bar
from models.services.culture.shares import Share, funnel
from pages.parts.culture import chart
from pages.parts.culture.words import percent, span
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell.wording import _, language, words
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit
from survey.asking.question import Item
from survey.release.figure import Figures

Stages = Sequence[tuple[Item, Share | None]]


def funnel_view(cells: Figures, unit: Unit, root: Unit, instrument: Instrument) -> None:
    """A unit's three shares, each beside the whole region's."""
    own, whole = funnel(cells, unit, instrument), funnel(cells, root, instrument)
    shown = [(item, share) for item, share in own if share is not None]
    if not shown:
        st.info(
            _(
                "{unit}: så få har svaret, at andele ikke kan vises.",
                unit=markdown_escaped(unit.name),
            )
        )
        return
    beside = {item.id: share.percent for item, share in whole if share and unit != root}
    title = _("{unit}: ", unit=unit.name) + ", ".join(
        f"{percent(share.percent)} {_stage(item)}" for item, share in shown
    )
    subtitle = _("Andel af medarbejderne, det seneste år. Streg: 95 % interval.")
    if beside:
        subtitle += " " + _("Tværstreg: {region}.", region=root.name)
    bars = [_bar(item, share, beside.get(item.id)) for item, share in shown]
    longest = min(100, max(bar.high or bar.value for bar in bars) + 10)
    left, right = st.columns([3, 2], gap="large")
    with left:
        chart.bars(bars, title=title, subtitle=subtitle, longest=longest)
    right.caption(
        _(
            "Det er andele af mennesker, ikke af idéer: én idé kan være foreslået af én og taget i "
            "brug af hundrede. Derfor kan en senere andel være større end en tidligere."
        )
    )
    _table(own, beside)


def _bar(item: Item, share: Share, beside: float | None) -> Bar:
    told = _("{share} ({span}), {n} svar", share=percent(share.percent),
             span=span(share.low, share.high), n=words().number(share.n, 0))  # fmt: skip
    return Bar(_stage(item).capitalize(), told, share.percent, share.low, share.high, beside)


def _stage(item: Item) -> str:
    said = {
        "nyt": _("har foreslået noget"),
        "nyttigt": _("har prøvet noget af"),
        "nyttiggjort": _("har taget noget i brug"),
    }
    return said.get(item.stage, item.stage)


def _table(own: Stages, beside: dict[str, float]) -> None:
    with st.expander(_("Spørgsmålene bag")):
        rows = [
            {
                _("Spørgsmål"): markdown_escaped(item.wording[language()]),
                _("Andel"): _("skjult") if share is None else percent(share.percent),
                _("95 % interval"): "" if share is None else span(share.low, share.high),
                _("Svar"): "" if share is None else words().number(share.n, 0),
                _("Regionen"): percent(beside.get(item.id)),
            }
            for item, share in own
        ]
        st.table({name: [row[name] for row in rows] for name in rows[0]})
        st.caption(
            _(
                "Intervallet er Wilsons, med korrektion for, at en stor del af de ansatte "
                "har svaret."
            )
        )
