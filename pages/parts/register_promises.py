"""The strategy's promises as a register: themes, criteria, initiatives, and what nothing serves."""

import pandas as pd
import streamlit as st

from models.strategy.criterion import Criterion
from models.strategy.plan import Strategy
from models.strategy.theme import Initiative, Theme
from models.strategy.words import KIND_WORD
from pages.parts.paper_words import (
    CLAIM_SENTENCE,
    THEME_KIND_WORD,
    due_words,
    level_words,
    line,
    place,
    said,
)
from pages.parts.plain import plain
from pages.shell.wording import _, words


def vision(strategy: Strategy) -> None:
    """The vision, and the goals above the themes with what will then be so."""
    for one in strategy.vision:
        st.markdown(f"> {said(one.text, one.gloss)}")
        st.caption(place(one.source))
    if not strategy.goals:
        st.info(_("Strategien har ingen mål over temaerne."))
    for goal in strategy.goals:
        title = _(
            "{goal} (inden {day})", goal=said(goal.title, goal.gloss), day=words().day(goal.due)
        )
        with st.expander(title, expanded=True):
            st.caption(place(goal.source))
            for aim in goal.statements:
                measure = aim.indicator
                hint = (
                    f"*{_(KIND_WORD[measure.kind])}, {plain(measure.unit)}: {plain(measure.hint)}*"
                )
                line(aim.text, aim.source, gloss=aim.gloss, more=f"· {hint}")


def themes(strategy: Strategy) -> None:
    """Every theme with its goals, sentences and criteria."""
    for theme in sorted(strategy.themes, key=lambda one: one.order):
        criteria = strategy.criteria_of(theme.id)
        with st.expander(
            _(
                "{order}. {title} · {kind} · {n} succeskriterier",
                order=theme.order,
                title=plain(theme.title),
                kind=_(THEME_KIND_WORD[theme.kind]).lower(),
                n=len(criteria),
            )
        ):
            _theme(theme)
            _criteria_table(strategy, criteria)


def _theme(theme: Theme) -> None:
    st.caption(place(theme.source))
    for text in (theme.gloss if words().language == "en" else "", theme.rationale, theme.adopted):
        if text:
            st.markdown(plain(text))
    if theme.other_title is not None:
        st.info(_("Andet sted kaldes temaet: {title}", title=theme.other_title.title))
    for defect in theme.defects:
        st.warning(f"{_('Fejl i strategiens tekst:')} {plain(defect.problem)}")
        st.caption(place(defect.source))
    _sayings(theme)


def _sayings(theme: Theme) -> None:
    if theme.goals:
        st.markdown(f"**{_('Temaets mål')}**")
    for goal in theme.goals:
        more = " · ".join(filter(None, (plain(goal.due_text), plain(goal.note))))
        line(goal.text, goal.source, gloss=goal.gloss, more=f"· {more}" if more else "")
    for title, sentences in ((_("Det siger temaet"), theme.statements), (_("Fokus"), theme.focus)):
        if sentences:
            st.markdown(f"**{title}**")
        for one in sentences:
            line(one.text, one.source, gloss=one.gloss, more=plain(one.note))
    for note in filter(None, (theme.initiatives_note, theme.note)):
        st.caption(plain(note))


def _criteria_table(strategy: Strategy, criteria: tuple[Criterion, ...]) -> None:
    if not criteria:
        st.info(_("Temaet har ingen succeskriterier."))
        return
    st.markdown(f"**{_('Succeskriterier')}**")
    rows = [
        {
            _("Kode"): plain(one.id),
            _("Succeskriterium"): said(one.text, one.gloss),
            _("Frist"): plain(due_words(one)),
            _("Forslag til måling"): plain(f"{one.indicator.name} ({one.indicator.unit})"),
            _("Ansvar"): level_words(one.level),
            _("Sætning"): _in_sentence(strategy, one),
            _("Kilde"): f"{_(CLAIM_SENTENCE[one.claim])} {place(one.source)}",
        }
        for one in criteria
    ]
    st.table(pd.DataFrame(rows).set_index(_("Kode")))


def _in_sentence(strategy: Strategy, criterion: Criterion) -> str:
    if criterion.statement_id is None:
        return "–"
    together = [one.id for one in strategy.criteria_in(criterion.statement_id)]
    return _(
        "{sentence}: løfte {n} af {all}",
        sentence=plain(criterion.statement_id),
        n=together.index(criterion.id) + 1,
        all=len(together),
    )


def initiatives(strategy: Strategy) -> None:
    """Every initiative with its parts and the criteria it serves."""
    if not strategy.initiatives:
        st.info(_("Strategien nævner ingen initiativer."))
    groups = {theme.id: plain(theme.title) for theme in strategy.themes}
    for theme_id, title in [*groups.items(), (None, _("På tværs af temaer"))]:
        own = [one for one in strategy.initiatives if one.theme_id == theme_id]
        if own:
            with st.expander(_("{title} · {n} initiativer", title=title, n=len(own))):
                for initiative in own:
                    _initiative(initiative)


def _initiative(initiative: Initiative) -> None:
    st.markdown(f"**{plain(initiative.id)} · {said(initiative.title, initiative.gloss)}**")
    for part in initiative.parts:
        st.markdown(f"- {plain(part.id)} · {plain(part.title)}")
    serves = plain(", ".join(initiative.criteria)) or _("intet succeskriterium endnu")
    facts = [
        _("Bidrager til: {criteria}", criteria=serves),
        _("Ansvar: {level}", level=level_words(initiative.level)),
        _("I strategien: {status}", status=plain(initiative.said_status)),
    ]
    if initiative.mapping:
        facts.append(_("Koblingen er et forslag."))
    if initiative.related:
        facts.append(_("Hænger sammen med: {others}", others=plain(", ".join(initiative.related))))
    facts.extend(plain(note) for note in (initiative.due_rule, initiative.note) if note)
    st.caption(" · ".join([*facts, place(initiative.source)]))


def gaps(strategy: Strategy) -> None:
    """The criteria that no initiative serves, and the initiatives that serve none."""
    idle = [one for one in strategy.initiatives if not one.criteria]
    st.markdown(
        _(
            "{n} af {all} succeskriterier har intet initiativ, der bidrager til dem.",
            n=len(strategy.unserved),
            all=len(strategy.criteria),
        )
    )
    for one in strategy.unserved:
        line(
            f"{one.id} · {one.text}", one.source, gloss=one.gloss, more=f"· {plain(due_words(one))}"
        )
    st.markdown(_("{n} initiativer bidrager ikke til noget succeskriterium.", n=len(idle)))
    for initiative in idle:
        line(f"{initiative.id} · {initiative.title}", initiative.source, gloss=initiative.gloss)
    st.caption(_("Koblingen mellem initiativer og succeskriterier er et forslag, som I kan ændre."))
