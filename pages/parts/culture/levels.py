"""The number of units at each level, with ranges between two levels and hidden units apart."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.charts.chart_file import Caption
from models.charts.culture.bars import Bar
from models.services.culture.levels import LevelCounts
from models.services.culture.results import ReleasedWave
from models.services.culture.view import CultureView
from models.wording.levels import between_levels, hidden_units, without_level
from models.wording.measures import measure_name
from pages.parts.address import pick
from pages.parts.culture import chart
from pages.parts.culture.summary import source_text
from pages.parts.culture.words import kind_name
from pages.shell.wording import _, markdown_escaped, ngettext, say, words
from survey.asking.instrument import Instrument

_HIGH, _LOW = 4, 2


def levels_view(culture: CultureView, choices: DeltaGenerator) -> None:
    """The number of units under a unit at each level, of one kind and in one measure."""
    release = culture.release
    if not culture.levels:
        st.info(say("Der er ingen enheder under {unit}.", unit=culture.unit.name))
        return
    left, right = choices.columns(2)
    with left:
        kind = pick(
            "kind", _("Hvilke enheder"), list(culture.levels), key="kind", words_of=kind_name
        )
    with right:
        measure = _measure_picker(release)
    counts = culture.levels[kind][measure]
    left, right = st.columns([3, 2], gap="large")
    with left:
        _picture(counts, measure, release, kind_name(kind))
    with right:
        _meaning(counts, release.instrument)


def _measure_picker(release: ReleasedWave) -> str:
    return pick(
        "measure",
        _("Tal"),
        release.measures,
        key="level_measure",
        words_of=lambda m: measure_name(m, release.instrument, words()),
    )


def _picture(counts: LevelCounts, measure: str, release: ReleasedWave, kind: str) -> None:
    instrument = release.instrument
    levels = range(1, len(words().of(instrument.levels.names)) + 1)
    rows = {(level, level): 0 for level in levels} | dict(counts.spans)
    bars = [
        Bar(
            between_levels(low, high, instrument, words()),
            _units(number),
            number,
            level=low,
            hollow=low != high,
        )
        for (low, high), number in sorted(rows.items())
    ]
    if counts.without:
        bars.append(Bar(without_level(words()), _units(counts.without),
                         counts.without, level=1, hollow=True))  # fmt: skip
    if counts.hidden:
        bars.append(Bar(hidden_units(words()), _units(counts.hidden), counts.hidden,
                         level=1, hollow=True))  # fmt: skip
    spans = counts.spans.items()
    title = _(
        "{kind}: {high} af {n} er sikkert på niveau 4 eller højere, {low} sikkert på 2 eller "
        "lavere",
        kind=kind,
        high=sum(number for (low, _high), number in spans if low >= _HIGH),
        low=sum(number for (_low, high), number in spans if high <= _LOW),
        n=counts.units,
    )
    subtitle = _(
        "{name}. Fyldt: ét niveau. Hul: intervallet krydser en grænse, eller der er intet niveau.",
        name=measure_name(measure, instrument, words()),
    )
    longest = max((bar.value for bar in bars), default=1)
    caption = Caption(title, subtitle, source_text(release))
    chart.bar_chart(bars, caption, name=f"niveauer-{measure.lower()}", longest=longest)


def _meaning(counts: LevelCounts, instrument: Instrument) -> None:
    """The meaning of the levels, to read the picture by."""
    names, descriptions = instrument.levels.names, instrument.levels.descriptions
    for name, description in zip(words().of(names), words().of(descriptions), strict=True):
        st.markdown(f"**{markdown_escaped(name)}:** {markdown_escaped(description)}")
    between = sum(number for (low, high), number in counts.spans.items() if low != high)
    st.caption(say("Enheder mellem to niveauer, hvor svarene ikke afgør hvilket: {n}.", n=between))


def _units(number: int) -> str:
    return ngettext("{n} enhed", "{n} enheder", number)
