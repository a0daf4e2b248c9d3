"""How a strategy is steered and what else its paper holds: nothing of it is lost."""

import pandas as pd
import streamlit as st

from models.strategy.paper.passage import FactBox, Passage, Section
from models.strategy.paper.strategy import Strategy
from pages.parts.markdown_escaped import markdown_escaped
from pages.parts.promises.paper_words import SECTION_WORD, entry, place, point_list
from pages.shell.wording import _, words


def governance(strategy: Strategy) -> None:
    """Who follows the strategy, in which rhythm, and whom it wants to reach."""
    period = strategy.period
    st.markdown(f"**{_('Periode:')}** {markdown_escaped(period.text)}")
    if period.review_within_years:
        st.markdown(_("Strategien ses efter inden for {n} år.", n=period.review_within_years))
    if period.note:
        st.caption(markdown_escaped(period.note))
    if period.source:
        st.caption(place(period.source))
    if strategy.governance is None:
        st.info(_("Strategien beskriver ikke, hvordan der følges op."))
    else:
        _follow_up(strategy)
    if strategy.communication is not None:
        point_list(
            _("Hvem strategien vil nå"),
            (
                entry(f"{one.audience}: {one.aim}", one.source, gloss=one.gloss)
                for one in strategy.communication.audiences
            ),
        )
        st.caption(place(strategy.communication.source))


def _follow_up(strategy: Strategy) -> None:
    steering = strategy.governance
    if steering is None:
        return
    for title, sentences in (
        (_("Hvem følger op"), steering.levels),
        (_("Veje til de ansatte"), steering.channels),
    ):
        point_list(
            title,
            (entry(one.text, one.source, gloss=one.gloss, more=one.note) for one in sentences),
        )
    plans = steering.action_plans
    rhythm = _(
        "{n} år ad gangen fra {year}; {rhythm}",
        n=plans.length_years,
        year=plans.first_start,
        rhythm=plans.cadence,
    )
    adopted = _("Ved vedtagelsen: {what}", what=", ".join(plans.at_adoption))
    early = plans.early_start
    point_list(
        _("Handlingsplaner"),
        (
            entry(rhythm, plans.source),
            entry(adopted, plans.source_at_adoption),
            entry(early.text, early.source, gloss=early.gloss),
        ),
    )
    rows = [
        {
            _("Plan"): markdown_escaped(one.id),
            _("Fra"): markdown_escaped(words().day(one.start)),
            _("Til"): markdown_escaped(words().day(one.end)),
            _("Bemærkning"): markdown_escaped(one.note) or "–",
        }
        for one in plans.periods
    ]
    st.table(pd.DataFrame(rows).set_index(_("Plan")))


def stories(strategy: Strategy) -> None:
    """Cases, boxes, and what the region asks of others."""
    _named(_("Cases"), strategy.cases)
    _named(_("Inspiration"), strategy.inspiration_boxes)
    point_list(
        _("Anbefalinger til andre"),
        (
            entry(one.title, one.source, gloss=one.gloss, more=_("til {whom}", whom=one.to))
            for one in strategy.recommendations
        ),
    )
    if not (strategy.cases or strategy.inspiration_boxes or strategy.recommendations):
        st.info(_("Strategien har hverken cases eller anbefalinger."))


def _named(title: str, entries: tuple[FactBox, ...]) -> None:
    point_list(
        title,
        (
            entry(f"{one.id} · {one.title}", one.source, gloss=one.gloss, more="; ".join(one.facts))
            for one in entries
        ),
    )


def passages(strategy: Strategy) -> None:
    """What the paper says outside the themes, subject by subject."""
    if not strategy.passages:
        st.info(_("Strategien siger ikke mere uden for temaerne."))
    for section in Section:
        own = strategy.passages_on(section)
        if own:
            with st.expander(f"{_(SECTION_WORD[section])} · {len(own)}"):
                point_list("", (_passage(one) for one in own))


def _passage(one: Passage) -> str:
    term = f"{one.term}: " if one.term else ""
    more = "; ".join((*one.items, *filter(None, (one.due, one.note))))
    return entry(f"{term}{one.text}", one.source, gloss=one.gloss, more=more)


def reading(strategy: Strategy) -> None:
    """How the paper was read: its errors and doubts are shown, not mended in silence."""
    document = strategy.document
    st.markdown(f"**{markdown_escaped(document.title)}** · {markdown_escaped(document.type)}")
    if document.adopted_year:
        st.markdown(_("Vedtaget {year}", year=document.adopted_year))
    for fact in filter(None, (document.adopted_basis, document.file)):
        st.caption(markdown_escaped(fact))
    _doubts(strategy)
    if strategy.reading_rules:
        st.markdown(f"**{_('Sådan er ordene læst som tal og datoer')}**")
        rows = [
            {
                _("Strategiens ord"): markdown_escaped(one.phrase),
                _("Læst som"): markdown_escaped(one.rule),
            }
            for one in strategy.reading_rules
        ]
        st.table(pd.DataFrame(rows).set_index(_("Strategiens ord")))


def _doubts(strategy: Strategy) -> None:
    st.markdown(f"**{_('Fejl og tvivl i teksten')}**")
    st.caption(_("Bemærkningerne står på det sprog, teksten er læst og noteret på."))
    for note in strategy.data_notes:
        st.warning(markdown_escaped(note))
    for theme in strategy.themes:
        for defect in theme.defects:
            st.warning(f"{markdown_escaped(theme.title)}: {markdown_escaped(defect.problem)}")
            st.caption(place(defect.source))
    for criterion in strategy.criteria:
        if criterion.note:
            st.warning(f"{markdown_escaped(criterion.id)}: {markdown_escaped(criterion.note)}")
