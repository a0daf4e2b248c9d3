"""The governance of a strategy, and the parts of its paper outside themes and criteria."""

import streamlit as st

from models.strategy.paper.passage import FactBox, Passage, Section
from models.strategy.paper.strategy import Strategy
from pages.parts.promises.paper_words import SECTION_WORD, entry, place, point_list, with_code
from pages.parts.text_table import text_table
from pages.shell.wording import Markdown, _, markdown_escaped, ngettext, say, words


def governance(strategy: Strategy) -> None:
    """Show period, follow-up, action plans and the audiences of the strategy."""
    period = strategy.period
    st.markdown(f"**{_('Periode:')}** {markdown_escaped(period.text)}")
    if period.review_within_years:
        st.markdown(
            ngettext(
                "Strategien tages op igen inden for {n} år.",
                "Strategien tages op igen inden for {n} år.",
                period.review_within_years,
            )
        )
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
            _("Hvem strategien henvender sig til"),
            (
                entry(f"{group.audience}: {group.aim}", group.source, gloss=group.gloss)
                for group in strategy.communication.audiences
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
            (
                entry(sentence.text, sentence.source, gloss=sentence.gloss, more=sentence.note)
                for sentence in sentences
            ),
        )
    plans = steering.action_plans
    rhythm = ngettext(
        "{n} år ad gangen fra {year}; {rhythm}",
        "{n} år ad gangen fra {year}; {rhythm}",
        plans.length_years,
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
            _("Plan"): period.id,
            _("Fra"): words().day(period.start),
            _("Til"): words().day(period.end),
            _("Bemærkning"): period.note or "–",
        }
        for period in plans.periods
    ]
    text_table(rows, first=_("Plan"))


def stories(strategy: Strategy) -> None:
    """Show cases, boxes, and recommendations to others."""
    _fact_boxes(_("Cases"), strategy.cases)
    _fact_boxes(_("Inspiration"), strategy.inspiration_boxes)
    point_list(
        _("Anbefalinger til andre"),
        (
            entry(
                advice.title,
                advice.source,
                gloss=advice.gloss,
                more=_("til {whom}", whom=advice.to),
            )
            for advice in strategy.recommendations
        ),
    )
    if not (strategy.cases or strategy.inspiration_boxes or strategy.recommendations):
        st.info(_("Strategien har hverken cases eller anbefalinger."))


def _fact_boxes(title: str, entries: tuple[FactBox, ...]) -> None:
    point_list(
        title,
        (
            entry(box.title, box.source, gloss=box.gloss, more="; ".join((*box.facts, box.id)))
            for box in entries
        ),
    )


def passages(strategy: Strategy) -> None:
    """Show the passages outside the themes, section by section."""
    if not strategy.passages:
        st.info(_("Strategien siger ikke mere uden for temaerne."))
    for section in Section:
        own = strategy.passages_on(section)
        if own:
            number = words().number(len(own), 0)
            with st.expander(f"{_(SECTION_WORD[section])} · {number}"):
                point_list("", (_passage(passage) for passage in own))


def _passage(passage: Passage) -> Markdown:
    term = f"{passage.term}: " if passage.term else ""
    more = "; ".join((*passage.items, *filter(None, (passage.due, passage.note))))
    return entry(f"{term}{passage.text}", passage.source, gloss=passage.gloss, more=more)


def reading(strategy: Strategy) -> None:
    """Show the document, the errors and doubts in its text, and the rules it was read by."""
    document = strategy.document
    st.markdown(f"**{markdown_escaped(document.title)}** · {markdown_escaped(document.type)}")
    if document.adopted_year:
        st.markdown(say("Vedtaget {year}", year=document.adopted_year))
    if document.adopted_basis:
        st.caption(markdown_escaped(document.adopted_basis))
    _doubts(strategy)
    if strategy.reading_rules:
        st.markdown(f"**{_('Sådan er ordene læst som tal og datoer')}**")
        rows = [
            {_("Strategiens ord"): rule.phrase, _("Læst som"): rule.rule}
            for rule in strategy.reading_rules
        ]
        text_table(rows, first=_("Strategiens ord"))


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
            name = with_code(criterion.text, criterion.id)
            st.warning(f"{name}: {markdown_escaped(criterion.note)}")
