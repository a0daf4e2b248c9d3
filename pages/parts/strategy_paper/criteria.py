"""The vision, goals, themes, criteria and initiatives of a strategy as tables, with the gaps."""

from collections.abc import Mapping

import streamlit as st

from models.charts.promises.figures import moved_text
from models.services.promises import scoreboard
from models.strategy.paper.criterion import Criterion
from models.strategy.paper.strategy import Strategy
from models.strategy.paper.theme import Aim, Initiative, Measure, StrategyTheme
from models.strategy.rule.words import KIND_WORD
from pages.parts.promises.paper_words import (
    CLAIM_SENTENCE,
    THEME_KIND_WORD,
    due_words,
    entry,
    level_words,
    paper_text,
    place,
    point_list,
    with_code,
)
from pages.parts.text_table import text_table
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import Markdown, _, markdown_escaped, ngettext, say, say_counted, words


def vision(strategy: Strategy) -> None:
    """Show the vision, and the goals above the themes with their aims."""
    for sentence in strategy.vision:
        text = paper_text(sentence.text, sentence.gloss)
        st.markdown(f"**{text}**  \n:small[:gray[{place(sentence.source)}]]")
    if not strategy.goals:
        st.info(_("Strategien har ingen mål over temaerne."))
    for goal in strategy.goals:
        title = say(
            "{goal} (inden {day})",
            goal=paper_text(goal.title, goal.gloss),
            day=words().day(goal.due),
        )
        with st.expander(title, expanded=True):
            st.caption(place(goal.source))
            point_list("", (_aim(aim) for aim in goal.statements))


def _aim(aim: Aim) -> str:
    hint = f"{_measured_in(aim.indicator)}: {aim.indicator.hint}"
    return entry(aim.text, aim.source, gloss=aim.gloss, more=hint)


def _measured_in(measure: Measure) -> str:
    """Return the kind of a figure and its unit, which may itself begin with the kind."""
    danish = KIND_WORD[measure.kind]
    unit = measure.unit.removeprefix(danish.lower()).removesuffix("%").strip()
    if unit != measure.unit:
        return f"{_(danish)} {unit}".strip()
    return f"{_(danish)}, {unit}"


def themes(strategy: Strategy) -> None:
    """Show every theme with its goals, sentences and criteria."""
    moved = _moved_dates(strategy)
    for theme in sorted(strategy.themes, key=lambda theme: theme.order):
        criteria = strategy.criteria_of(theme.id)
        with st.expander(
            say_counted(
                "{order}. {title} · {kind} · {n} succeskriterium",
                "{order}. {title} · {kind} · {n} succeskriterier",
                len(criteria),
                order=theme.order,
                title=theme.title,
                kind=_(THEME_KIND_WORD[theme.kind]).lower(),
            )
        ):
            _theme(theme)
            _criteria_table(strategy, criteria, moved)


def _theme(theme: StrategyTheme) -> None:
    st.caption(place(theme.source))
    for text in (theme.gloss if words().language == "en" else "", theme.rationale, theme.adopted):
        if text:
            st.markdown(markdown_escaped(text))
    if theme.other_title is not None:
        st.info(say("Andet sted kaldes temaet: {title}", title=theme.other_title.title))
    for defect in theme.defects:
        st.warning(f"{_('Fejl i strategiens tekst:')} {markdown_escaped(defect.problem)}")
        st.caption(place(defect.source))
    _sayings(theme)


def _sayings(theme: StrategyTheme) -> None:
    point_list(
        _("Temaets mål"),
        (
            entry(
                goal.text,
                goal.source,
                gloss=goal.gloss,
                more=" · ".join(filter(None, (goal.due_text, goal.note))),
            )
            for goal in theme.goals
        ),
    )
    for title, sentences in ((_("Det siger temaet"), theme.statements), (_("Fokus"), theme.focus)):
        point_list(
            title,
            (
                entry(sentence.text, sentence.source, gloss=sentence.gloss, more=sentence.note)
                for sentence in sentences
            ),
        )
    for note in filter(None, (theme.initiatives_note, theme.note)):
        st.caption(markdown_escaped(note))


def _moved_dates(strategy: Strategy) -> dict[str, str]:
    """Return "Frist flyttet 2014 → 2028" of each criterion, blank where it was not moved."""
    with database() as db:
        board = scoreboard.scoreboard(
            db, strategy.id, as_of=today(), knowledge_date=today(), by=viewer()
        )
    return {standing.criterion.id: moved_text(standing, words()) for standing in board.standings}


def _criteria_table(
    strategy: Strategy, criteria: tuple[Criterion, ...], moved: Mapping[str, str]
) -> None:
    if not criteria:
        st.info(_("Temaet har ingen succeskriterier."))
        return
    st.markdown(f"**{_('Succeskriterier')}**")
    rows = [
        {
            _("Succeskriterium"): with_code(
                paper_text(criterion.text, criterion.gloss), criterion.id
            ),
            _("Frist"): " · ".join(filter(None, (due_words(criterion), moved[criterion.id]))),
            _("Forslag til måling"): f"{criterion.indicator.name} ({criterion.indicator.unit})",
            _("Ansvar"): level_words(criterion.level),
            _("Hvor det står"): Markdown(
                f"{_in_sentence(strategy, criterion)} · {place(criterion.source)}"
            ),
        }
        for criterion in criteria
    ]
    text_table(rows, first=_("Succeskriterium"))


def _in_sentence(strategy: Strategy, criterion: Criterion) -> Markdown:
    if criterion.statement_id is None:
        return say(CLAIM_SENTENCE[criterion.claim])
    sibling_ids = [sibling.id for sibling in strategy.criteria_in(criterion.statement_id)]
    return say(
        "Løfte {n} af {all} i sætning {sentence}",
        n=sibling_ids.index(criterion.id) + 1,
        all=len(sibling_ids),
        sentence=criterion.statement_id.rpartition("-")[2],
    )


def initiatives(strategy: Strategy) -> None:
    """Show every initiative with its parts and the criteria it serves."""
    if not strategy.initiatives:
        st.info(_("Strategien nævner ingen initiativer."))
    groups = {theme.id: theme.title for theme in strategy.themes}
    for theme_id, title in [*groups.items(), (None, _("På tværs af temaer"))]:
        own = [initiative for initiative in strategy.initiatives if initiative.theme_id == theme_id]
        if own:
            name = say_counted(
                "{title} · {n} initiativ", "{title} · {n} initiativer", len(own), title=title
            )
            with st.expander(name):
                for initiative in own:
                    _initiative(initiative)


def _initiative(initiative: Initiative) -> None:
    name = paper_text(initiative.title, initiative.gloss)
    title = with_code(Markdown(f"**{name}**"), initiative.id) + "\n"
    parts = [f"- {with_code(part.title, part.id)}" for part in initiative.parts]
    st.markdown("\n".join((title, *parts)))
    serves = ", ".join(initiative.criteria) or _("intet succeskriterium endnu")
    facts = [
        _("Bidrager til: {criteria}", criteria=serves),
        _("Ansvar: {level}", level=level_words(initiative.level)),
        _("I strategien: {status}", status=initiative.paper_status),
    ]
    if initiative.mapping:
        facts.append(_("Koblingen er et forslag."))
    if initiative.related:
        facts.append(_("Hænger sammen med: {others}", others=", ".join(initiative.related)))
    facts.extend(note for note in (initiative.due_rule, initiative.note) if note)
    st.caption(f"{markdown_escaped(' · '.join(facts))} · {place(initiative.source)}")


def gaps(strategy: Strategy) -> None:
    """Show the criteria that no initiative serves, and the initiatives that serve none."""
    idle = [initiative for initiative in strategy.initiatives if not initiative.criteria]
    st.markdown(
        say(
            "{n} af {all} succeskriterier har intet initiativ bag sig.",
            n=len(strategy.unserved),
            all=len(strategy.criteria),
        )
    )
    point_list(
        "",
        (
            entry(
                criterion.text,
                criterion.source,
                gloss=criterion.gloss,
                more=f"{due_words(criterion)} · {criterion.id}",
            )
            for criterion in strategy.unserved
        ),
    )
    st.markdown(
        ngettext(
            "{n} initiativ bidrager ikke til noget succeskriterium.",
            "{n} initiativer bidrager ikke til noget succeskriterium.",
            len(idle),
        )
    )
    point_list(
        "",
        (
            entry(initiative.title, initiative.source, gloss=initiative.gloss, more=initiative.id)
            for initiative in idle
        ),
    )
    st.caption(_("Koblingen mellem initiativer og succeskriterier er et forslag, som I kan ændre."))
