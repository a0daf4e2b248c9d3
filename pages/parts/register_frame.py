"""How a strategy is steered and what else its paper holds: nothing of it is lost."""

import pandas as pd
import streamlit as st

from models.strategy.passage import Named, Section
from models.strategy.plan import Strategy
from pages.parts.paper_words import SECTION_WORD, line, place
from pages.parts.plain import plain
from pages.shell.wording import _, words


def governance(strategy: Strategy) -> None:
    """Who follows the strategy, in which rhythm, and whom it wants to reach."""
    period = strategy.period
    st.markdown(f"**{_('Periode:')}** {plain(period.text)}")
    if period.review_within_years:
        st.markdown(_("Strategien ses efter inden for {n} år.", n=period.review_within_years))
    if period.note:
        st.caption(plain(period.note))
    if period.source:
        st.caption(place(period.source))
    if strategy.governance is None:
        st.info(_("Strategien beskriver ikke, hvordan der følges op."))
    else:
        _follow_up(strategy)
    if strategy.communication is not None:
        st.markdown(f"**{_('Hvem strategien vil nå')}**")
        st.caption(place(strategy.communication.source))
        for one in strategy.communication.audiences:
            line(f"{one.audience}: {one.aim}", one.source, gloss=one.gloss)


def _follow_up(strategy: Strategy) -> None:
    steering = strategy.governance
    if steering is None:
        return
    for title, sentences in (
        (_("Hvem følger op"), steering.levels),
        (_("Veje til de ansatte"), steering.channels),
    ):
        st.markdown(f"**{title}**")
        for one in sentences:
            line(one.text, one.source, gloss=one.gloss, more=plain(one.note))
    plans = steering.action_plans
    st.markdown(f"**{_('Handlingsplaner')}**")
    line(
        _(
            "{n} år ad gangen fra {year}; {rhythm}",
            n=plans.length_years,
            year=plans.first_start,
            rhythm=plans.cadence,
        ),
        plans.source,
    )
    line(_("Ved vedtagelsen: {what}", what=", ".join(plans.at_adoption)), plans.source_at_adoption)
    line(plans.early_start.text, plans.early_start.source, gloss=plans.early_start.gloss)
    rows = [
        {
            _("Plan"): one.id,
            _("Fra"): words().day(one.start),
            _("Til"): words().day(one.end),
            _("Bemærkning"): plain(one.note) or "–",
        }
        for one in plans.periods
    ]
    st.table(pd.DataFrame(rows).set_index(_("Plan")))


def stories(strategy: Strategy) -> None:
    """Cases, boxes, and what the region asks of others."""
    _named(_("Cases"), strategy.cases)
    _named(_("Inspiration"), strategy.inspiration_boxes)
    if strategy.recommendations:
        st.markdown(f"**{_('Anbefalinger til andre')}**")
    for one in strategy.recommendations:
        line(
            one.title, one.source, gloss=one.gloss, more=f"· {_('til {whom}', whom=plain(one.to))}"
        )
    if not (strategy.cases or strategy.inspiration_boxes or strategy.recommendations):
        st.info(_("Strategien har hverken cases eller anbefalinger."))


def _named(title: str, entries: tuple[Named, ...]) -> None:
    if entries:
        st.markdown(f"**{title}**")
    for one in entries:
        facts = plain("; ".join(one.facts))
        line(
            f"{one.id} · {one.title}",
            one.source,
            gloss=one.gloss,
            more=f"· {facts}" if facts else "",
        )


def passages(strategy: Strategy) -> None:
    """What the paper says outside the themes, subject by subject."""
    shown = False
    for section in Section:
        own = strategy.passages_on(section)
        if own:
            shown = True
            with st.expander(f"{_(SECTION_WORD[section])} · {len(own)}"):
                for one in own:
                    term = f"{one.term}: " if one.term else ""
                    more = plain("; ".join((*one.items, *filter(None, (one.due, one.note)))))
                    line(
                        f"{term}{one.text}",
                        one.source,
                        gloss=one.gloss,
                        more=f"· {more}" if more else "",
                    )
    if not shown:
        st.info(_("Strategien siger ikke mere uden for temaerne."))


def reading(strategy: Strategy) -> None:
    """How the paper was read: its errors and doubts are shown, not mended in silence."""
    document = strategy.document
    st.markdown(f"**{plain(document.title)}** · {plain(document.type)}")
    if document.adopted_year:
        st.markdown(_("Vedtaget {year}", year=document.adopted_year))
    for fact in filter(None, (document.adopted_basis, document.file)):
        st.caption(plain(fact))
    _doubts(strategy)
    if strategy.reading_rules:
        st.markdown(f"**{_('Sådan er ordene læst som tal og datoer')}**")
        rows = [
            {_("Strategiens ord"): plain(one.phrase), _("Læst som"): plain(one.rule)}
            for one in strategy.reading_rules
        ]
        st.table(pd.DataFrame(rows).set_index(_("Strategiens ord")))


def _doubts(strategy: Strategy) -> None:
    st.markdown(f"**{_('Fejl og tvivl i teksten')}**")
    for note in strategy.data_notes:
        st.warning(plain(note))
    for theme in strategy.themes:
        for defect in theme.defects:
            st.warning(f"{plain(theme.title)}: {plain(defect.problem)}")
            st.caption(place(defect.source))
    for criterion in strategy.criteria:
        if criterion.note:
            st.warning(f"{plain(criterion.id)}: {plain(criterion.note)}")
