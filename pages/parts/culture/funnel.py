"""From idea to use: the shares of people who proposed, tried and put something new to use."""

from collections.abc import Mapping, Sequence

import streamlit as st

from models.charts.chart_file import Caption
from models.charts.culture.bars import Bar
from models.services.culture.results import ReleasedWave
from models.services.culture.shares import Share, Stage
from models.wording.calculation import SHARE_INTERVAL
from models.wording.figures import coded_percent, hidden, share_with_interval, span
from pages.parts.calculation import calculation
from pages.parts.culture import chart
from pages.parts.culture.summary import source_text
from pages.parts.text_table import text_table
from pages.shell.wording import _, say, words
from survey.asking.organisation import Unit
from survey.asking.question import Item


def funnel_view(stages: Sequence[Stage], unit: Unit, release: ReleasedWave) -> None:
    """A unit's three shares, each beside the whole region's."""
    if not stages:
        st.info(_("Skemaet spørger ikke, hvad folk har foreslået, prøvet og taget i brug."))
        return
    root = release.root
    visible = [(stage.item, stage.own) for stage in stages if stage.own is not None]
    if not visible:
        st.info(
            say(
                "{unit}: andele vises ikke. Så få har svaret, eller så få er kommet til eller "
                "stoppet siden sidst, at nogen kunne genkendes.",
                unit=unit.name,
            )
        )
        return
    beside = {
        stage.item.id: stage.whole.percent for stage in stages if stage.whole and unit != root
    }
    title = _("{unit}: ", unit=unit.name) + ", ".join(
        f"{coded_percent(share.percent, words())} {_stage(item)}" for item, share in visible
    )
    subtitle = _(
        "Andel af medarbejderne, det seneste år. Streg: her ligger andelen med 95 % sikkerhed."
    )
    if beside:
        subtitle += " " + _("Tværstreg: {region}.", region=root.name)
    bars = [_bar(item, share, beside.get(item.id)) for item, share in visible]
    longest = min(100, max(bar.high or bar.value for bar in bars) + 10)
    left, right = st.columns([3, 2], gap="large")
    with left:
        caption = Caption(title, subtitle, source_text(release))
        chart.bar_chart(bars, caption, name=f"fra-ide-til-brug-{unit.id.lower()}", longest=longest)
    right.caption(
        _(
            "Det er andele af mennesker, ikke af idéer: én idé kan være foreslået af én og taget i "
            "brug af hundrede. Derfor kan en senere andel være større end en tidligere."
        )
    )
    _table(stages, beside)


def _bar(item: Item, share: Share, beside: float | None) -> Bar:
    percent = share_with_interval(share.percent, share.low, share.high, words())
    text = _("{share}, {n} svar", share=percent, n=words().number(share.n, 0))
    return Bar(_stage(item).capitalize(), text, share.percent, share.low, share.high, beside)


def _stage(item: Item) -> str:
    names = {
        "nyt": _("har foreslået noget"),
        "nyttigt": _("har afprøvet noget"),
        "nyttiggjort": _("har taget noget i brug"),
    }
    return names.get(item.stage, item.stage)


def _table(stages: Sequence[Stage], beside: Mapping[str, float]) -> None:
    with st.expander(_("Spørgsmålene bag")):
        rows = [_row(stage.item, stage.own, beside.get(stage.item.id)) for stage in stages]
        text_table(rows)
    calculation(_(SHARE_INTERVAL))


def _row(item: Item, share: Share | None, whole: float | None) -> dict[str, str]:
    return {
        _("Spørgsmål"): words().of(item.wording),
        _("Andel"): hidden(words()) if share is None else coded_percent(share.percent, words()),
        _("95 % interval"): "" if share is None else span(share.low, share.high, words()),
        _("Svar"): "" if share is None else words().number(share.n, 0),
        _("Regionen"): coded_percent(whole, words()),
    }
