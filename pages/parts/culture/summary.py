"""The chosen unit in cards, and what stands above and below every culture page."""

from html import escape

import streamlit as st

from models.services.culture.actions import Planned
from models.services.culture.results import ReleasedWave
from models.services.culture.view import CultureView
from models.wording import measures
from models.wording.figures import interval_sentence, mean, percent
from models.wording.levels import held_back, level_name, level_range
from models.wording.participation import rate
from pages.parts.finding import show_finding
from pages.parts.waves.empty import way_to_surveys
from pages.shell.wording import Markdown, _, markdown_escaped, say, words
from survey.asking.instrument import Instrument
from survey.scoring.scored_responses import INDEX


def nothing_released() -> None:
    """A note on what comes before there is a result."""
    st.info(
        _(
            "Der er ikke frigivet noget resultat endnu. En tovholder åbner en undersøgelse på "
            "siden Undersøgelser, lukker den, når svarene er kommet, og frigiver resultatet."
        )
    )
    way_to_surveys()


def heading(culture: CultureView, sentence: str) -> None:
    """The name of the chosen unit, and the finding of the view where it has one."""
    st.markdown(f"**{markdown_escaped(culture.unit.name)}**")
    if sentence:
        show_finding(sentence)


def summary(culture: CultureView) -> None:
    """Cards of the chosen unit: index with interval, level, answers, and units with a plan."""
    own, instrument = culture.own, culture.release.instrument
    index = own.figures.get(INDEX)
    if index is None:
        st.info(
            say(
                "{unit}: så få har svaret, at der ikke kan vises et samlet indeks.",
                unit=culture.unit.name,
            )
        )
        return
    cards = (
        (
            mean(index, words()),
            _("Samlet indeks, 0 til 100"),
            interval_sentence(index, words()),
        ),
        (
            level_range(index, words()),
            _("Niveau, 1 til 5"),
            level_name(index, instrument, words()),
        ),
        (
            words().number(own.n, 0),
            _("Gyldige svar"),
            _("{rate} af de ansatte", rate=rate(own.n, own.unit.staff, words())),
        ),
        _plans(culture.planned),
    )
    items = "".join(
        f'<li><b>{escape(figure)}</b>{escape(meaning)}<span class="pj-small"><br>{escape(small)}'
        "</span></li>"
        for figure, meaning, small in cards
    )
    st.html(f'<ul class="pj-tally">{items}</ul>')


def why_level(culture: CultureView) -> None:
    """The reason why the level is not higher, when a gate holds it back."""
    gate, instrument = culture.gate, culture.release.instrument
    if gate is not None:
        sentence = held_back(gate.ungated, gate.gate, instrument, words())
        st.caption(markdown_escaped(sentence))


def not_validated(instrument: Instrument) -> None:
    """A caution on every page with results, until the questionnaire's file names a study."""
    sentence = measures.not_validated(words(), validated_by=instrument.validated_by)
    if sentence:
        st.caption(markdown_escaped(sentence))


def source(release: ReleasedWave) -> None:
    """The survey, questionnaire and days that the page's figures come from."""
    more = _("Alle tal er frigivne tal; intet regnes ud fra enkelte svar.")
    st.caption(Markdown(f"{markdown_escaped(source_text(release))} {more}"))


def source_text(release: ReleasedWave) -> str:
    """Return where the figures come from, for a page and for a file."""
    return _(
        "Kilde: {name}, spørgeskemaet {instrument}, lukket {closed} og frigivet {released}.",
        name=release.wave.name,
        instrument=words().of(release.instrument.title),
        closed=words().day(release.wave.closes_on),
        released=words().day(release.head.released_on),
    )


def _plans(planned: Planned) -> tuple[str, str, str]:
    share = percent(None if planned.share is None else 100 * planned.share, words())
    n, units = (words().number(number, 0) for number in (planned.within_eight_weeks, planned.units))
    return share, _("Enheder med en plan"), _("{n} af {units} inden otte uger", n=n, units=units)
