"""A unit's level at a glance: the scale of five with its range marked, and what to keep in mind."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.report.own_culture.caveats import FPC, flags, participation, sensitivity
from models.report.own_culture.level import level_meaning, level_title, why_level
from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import detectable, points
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell import theme
from pages.shell.wording import _, language, words
from survey.release.figure import Figure

_WHITE_FROM = 4


def whose(culture: OwnCulture) -> None:
    """Whose figures these are, from when, and why not the unit's own where they are not."""
    shown = culture.shown or culture.unit
    st.markdown(
        f"**{markdown_escaped(shown.name)}** · {markdown_escaped(culture.wave.name)}, "
        + _("lukket {day}", day=words().day(culture.wave.closes_on))
    )
    if culture.why_hidden:
        named = markdown_escaped(shown.name) if culture.shown else ""
        st.info(_(culture.why_hidden, shown=named), icon=":material/shield_person:")


def level(culture: OwnCulture) -> None:
    """The level with its range, what it means, and the score beside hospital and region."""
    st.header(level_title(culture, words()))
    st.html(_scale(culture))
    for meaning in level_meaning(culture, words()):
        st.markdown(markdown_escaped(meaning))
    st.html(_cards(culture))


def why(culture: OwnCulture) -> None:
    """Why this level, and how sure it is."""
    st.subheader(_("Hvorfor dette niveau?"))
    _list(why_level(culture, words()))
    st.subheader(_("Hvor sikkert er det?"))
    told = (
        participation(culture, words()),
        sensitivity(culture, words()),
        _(FPC),
        detectable(culture.detectable, words()),
    )
    _list(one for one in told if one)


def caveats(culture: OwnCulture) -> None:
    """What must be kept in mind: few answers, divided experience, not yet validated."""
    found = flags(culture, words())
    rows = "".join(f"<li><b>{escape(sign)}</b> {escape(told)}</li>" for sign, told in found)
    if rows:
        st.html(f'<ul class="pj-flags">{rows}</ul>')


def _list(sentences: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {markdown_escaped(sentence)}" for sentence in sentences))


def _scale(culture: OwnCulture) -> str:
    own = culture.index.own
    names = culture.instrument.levels.names
    tints = palette(theme.mode()).sequential
    steps = []
    for step, name in enumerate(names.get(language()) or names["da"], start=1):
        number, _gap, word = name.partition(" ")
        inside = (own.level_low or 9) <= step <= (own.level_high or 0)
        ink = "#FFFFFF" if step >= _WHITE_FROM else "#15232C"
        look = f'class="here" style="background:{tints[step - 1]};color:{ink}"' if inside else ""
        steps.append(f"<div {look}><b>{escape(number)}</b><span>{escape(word)}</span></div>")
    told = escape(level_title(culture, words()))
    return f'<div class="pj-levels" role="img" aria-label="{told}">{"".join(steps)}</div>'


def _cards(culture: OwnCulture) -> str:
    shown, region = culture.shown, culture.region
    beside = [(culture.hospital.name, culture.index.hospital)] if culture.hospital else []
    if shown != region:
        beside.append((_("Hele regionen"), culture.index.region))
    own = _card(_("Samlet tal for enheden"), culture.index.own, first=True)
    return f'<ul class="pj-cards">{own}{"".join(_card(*one) for one in beside)}</ul>'


def _card(name: str, cell: Figure, *, first: bool = False) -> str:
    mean = escape(points(cell.mean, words()))
    span = ""
    if cell.low != cell.high:
        span = escape(_("90 % interval {low}–{high}", low=cell.low, high=cell.high))
    kind = ' class="own"' if first else ""
    return f"<li{kind}>{escape(name)}<b>{mean}</b><span>{span}</span></li>"
