"""A criterion as the strategy's paper states it, with the measure it proposes."""

import streamlit as st

from models.services.promises import strategies
from models.strategy.paper.criterion import Criterion
from models.strategy.rule.words import FREQUENCY_WORD
from models.strategy.target import IndicatorKind
from models.wording.calculation import CRITERION_INTERVAL, PLACE
from pages.parts.calculation import calculation
from pages.parts.promises.paper_words import (
    CLAIM_SENTENCE,
    ORIGIN_SENTENCE,
    due_words,
    level_words,
    paper_text,
    place,
)
from pages.shell.wording import _, markdown_escaped, words


def paper_card(criterion: Criterion) -> None:
    """Show the promise, the proposed measure, and its place in the paper."""
    indicator, source = criterion.indicator, criterion.source
    strategy = strategies.strategy_of(criterion.id)
    heading = strategy.theme(criterion.theme_id).heading_above(source.line)
    with st.container(border=True):
        st.markdown(f"**{paper_text(criterion.text, criterion.gloss)}**")
        st.caption(f"{_(CLAIM_SENTENCE[criterion.claim])} {place(source, under=heading)}")
        promise, measure = st.columns(2)
        with promise:
            _pair(_("Frist"), due_words(criterion))
            if criterion.due_alternative:
                _pair(_("Fristen kan også læses som"), _other_reading(criterion))
            _pair(_("Mål"), _target(criterion))
            _pair(_("Ansvar"), level_words(criterion.level))
        with measure:
            _pair(_("Forslag til måling"), f"{indicator.name} ({indicator.unit})")
            _pair(_("Sådan regnes det ud"), indicator.how_measured)
            _pair(_("Hvor tallene findes"), indicator.data_source)
            _pair(_("Hvor ofte"), _(FREQUENCY_WORD[indicator.frequency]))
            if indicator.min_n is not None:
                _pair(_("Mindst så mange svar"), words().number(indicator.min_n, 0))
            _pair(_("Usikkerhed"), indicator.uncertainty)
        for note in filter(None, (criterion.note, criterion.due_basis)):
            st.info(markdown_escaped(note))
    where = _(PLACE, line=source.line, title=strategy.document.title)
    calculation(
        *((_(CRITERION_INTERVAL),) if indicator.kind is IndicatorKind.SURVEY else ()), where
    )


def _pair(name: str, value: str) -> None:
    if value:
        st.markdown(f"**{markdown_escaped(name)}:** {markdown_escaped(value)}")


def _other_reading(criterion: Criterion) -> str:
    reading = criterion.due_alternative
    return f"{words().day(reading.date)}. {reading.reason}" if reading else ""


def _target(criterion: Criterion) -> str:
    proposal = criterion.indicator.target
    because = proposal.rule or proposal.hint
    sentence = _(ORIGIN_SENTENCE[proposal.origin])
    return f"{sentence} ({because})" if because else sentence
