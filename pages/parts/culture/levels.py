"""The units at their levels: those between two are shown between two, the hidden ones as hidden."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.charts.culture.bars import Bar
from models.services.culture import levels
from models.services.culture.levels import Levels
from models.services.culture.results import Released
from pages.parts.culture import chart
from pages.parts.culture.words import kind_name, measure_name
from pages.shell.database import Db
from pages.shell.wording import _, language
from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation, Unit

_HIGH = 4


def levels_view(
    db: Db, one: Released, organisation: Organisation, unit: Unit, choices: DeltaGenerator
) -> None:
    """How many units under a unit stand where, of one kind and in one measure."""
    kinds = levels.kinds(organisation, unit.id)
    if not kinds:
        st.info(_("Der er ingen enheder under {unit}.", unit=unit.name))
        return
    of_kind, of_what = choices.columns(2)
    with of_kind:
        kind = st.selectbox(_("Hvilke enheder"), list(kinds), format_func=kind_name, key="kind")
    with of_what:
        measure = _measure_picker(one)
    found = levels.levels(db, one, kinds[kind], measure)
    left, right = st.columns([3, 2], gap="large")
    with left:
        _picture(found, measure, one.instrument, kind_name(kind))
    with right:
        _meaning(found, one.instrument)


def _measure_picker(one: Released) -> str:
    return st.selectbox(
        _("Tal"),
        one.measures,
        format_func=lambda m: measure_name(m, one.instrument),
        key="level_measure",
    )


def _picture(found: Levels, measure: str, instrument: Instrument, kind: str) -> None:
    shown = [
        Bar(
            _span_name(low, high, instrument), _units(number), number, level=low, hollow=low != high
        )
        for (low, high), number in found.spans.items()
    ]
    if found.without:
        shown.append(Bar(_("Intet niveau: under 30 % har svaret"), _units(found.without),
                         found.without, level=1, hollow=True))  # fmt: skip
    if found.hidden:
        shown.append(Bar(_("Skjult: for få har svaret"), _units(found.hidden), found.hidden,
                         level=1, hollow=True))  # fmt: skip
    high = sum(number for (low, _high), number in found.spans.items() if low >= _HIGH)
    title = _("{kind}: {high} af {n} er sikkert på niveau 4 eller højere", kind=kind, high=high,
              n=found.units)  # fmt: skip
    subtitle = _(
        "{name}. Fyldt: ét niveau. Hul: intervallet krydser en grænse, eller der er intet niveau.",
        name=measure_name(measure, instrument),
    )
    longest = max((bar.value for bar in shown), default=1)
    chart.bars(shown, title=title, subtitle=subtitle, longest=longest)


def _meaning(found: Levels, instrument: Instrument) -> None:
    """What the levels mean, for a picture of levels says nothing by itself."""
    names = instrument.levels.names[language()]
    for name, told in zip(names, instrument.levels.descriptions[language()], strict=True):
        st.markdown(f"**{name}:** {told}")
    between = sum(number for (low, high), number in found.spans.items() if low != high)
    st.caption(
        _("{n} af enhederne står mellem to niveauer: svarene afgør ikke hvilket.", n=between)
    )


def _span_name(low: int, high: int, instrument: Instrument) -> str:
    names = instrument.levels.names[language()]
    if low == high:
        return names[low - 1]
    return _("{low}–{high}: mellem to niveauer", low=low, high=high)


def _units(number: int) -> str:
    return _("1 enhed") if number == 1 else _("{n} enheder", n=number)
