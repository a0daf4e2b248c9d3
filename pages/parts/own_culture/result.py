"""A unit's level on the scale of five with its range, and the reservations about it."""

from collections.abc import Iterable
from html import escape

import streamlit as st

from models.charts.palette import palette
from models.report.own_culture.caveats import flags, sensitivity
from models.report.own_culture.own_culture import OwnCulture
from models.report.own_culture.phrases import figures_label, why_not_its_own
from models.wording.figures import SILENT_ALIKE, detectable, interval_sentence, mean
from models.wording.levels import level_meaning, level_steps, level_title, why_level
from models.wording.participation import answered_sentence
from pages.shell.wording import _, markdown_escaped, say, words
from survey.release.figure import Figure


def whose(culture: OwnCulture) -> None:
    """Whose figures these are, from when, and why not the unit's own where they are not."""
    unit = culture.published_unit or culture.unit
    st.markdown(
        f"**{markdown_escaped(unit.name)}** · {markdown_escaped(culture.wave.name)}, "
        + say("lukket {day}", day=words().day(culture.wave.closes_on))
    )
    instead = why_not_its_own(culture, words())
    if instead:
        st.info(markdown_escaped(instead), icon=":material/shield_person:")


def level(culture: OwnCulture) -> None:
    """The level with its range, what it means, and the score beside hospital and region."""
    own, instrument = culture.index.own, culture.instrument
    st.header(markdown_escaped(level_title(own, instrument, words())))
    for meaning in level_meaning(own, instrument, words()):
        st.markdown(f"**{markdown_escaped(meaning)}**")
    if culture.unit == culture.region:
        st.caption(
            _(
                "Det er hele regionen, så der er ikke noget at sammenligne med. Vælg en enhed for "
                "at se den ved siden af regionen."
            )
        )
    st.html(_scale(culture))
    st.html(_cards(culture))


def why(culture: OwnCulture) -> None:
    """Show the reasons for the level, and the certainty of the result."""
    st.subheader(_("Hvorfor dette niveau?"))
    _list(why_level(culture.index.own, culture.gate, culture.instrument, words()))
    st.subheader(_("Hvor sikkert er det?"))
    sentences = (
        answered_sentence(culture.answered, culture.staff, words()),
        sensitivity(culture, words()),
        _(SILENT_ALIKE),
        detectable(culture.detectable, words()),
    )
    _list(sentence for sentence in sentences if sentence)


def caveats(culture: OwnCulture) -> None:
    """Show the cautions: few answers, divided experience, not yet validated."""
    rows = "".join(
        f"<li><b>{escape(sign)}</b> {escape(sentence)}</li>"
        for sign, sentence in flags(culture, words())
    )
    if rows:
        st.html(f'<ul class="pj-flags">{rows}</ul>')


def _list(sentences: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {markdown_escaped(sentence)}" for sentence in sentences))


def _scale(culture: OwnCulture) -> str:
    own = culture.index.own
    ink = palette("page")
    steps = []
    for step, (number, word) in enumerate(level_steps(culture.instrument, words()), start=1):
        inside = (own.level_low or 9) <= step <= (own.level_high or 0)
        colours = f"background:{ink.level[step - 1]};color:{ink.on_level[step - 1]}"
        look = f'class="here" style="{colours}"' if inside else ""
        steps.append(f"<div {look}><b>{escape(number)}</b><span>{escape(word)}</span></div>")
    title = escape(level_title(own, culture.instrument, words()))
    return f'<div class="pj-levels" role="img" aria-label="{title}">{"".join(steps)}</div>'


def _cards(culture: OwnCulture) -> str:
    unit, region = culture.published_unit, culture.region
    beside = [(culture.hospital.name, culture.index.hospital)] if culture.hospital else []
    if unit != region:
        beside.append((_("Hele regionen"), culture.index.region))
    name = _("Samlet tal for enheden")
    if unit == region:
        name = _("Hele regionen")
    elif culture.hidden:
        name = figures_label(culture, words())
    own = _card(name, culture.index.own, first=True)
    return f'<ul class="pj-cards">{own}{"".join(_card(*place) for place in beside)}</ul>'


def _card(name: str, figure: Figure, *, first: bool = False) -> str:
    span = escape(interval_sentence(figure, words()))
    kind = ' class="own"' if first else ""
    return f"<li{kind}>{escape(name)}<b>{escape(mean(figure, words()))}</b><span>{span}</span></li>"
