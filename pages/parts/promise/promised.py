"""What the paper promises, until when, how the date moved, and the target adopted for it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.promises.figures import figure, target_text, yes_or_no
from models.services.promises import strategies
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.due_move import due_moves
from models.strategy.paper.criterion import Criterion
from models.strategy.target import Target
from pages.parts.promise.facts import fact_list
from pages.parts.promises.paper_words import CLAIM_SENTENCE, due_words, level_words
from pages.parts.status_mark import moved_chip, promised_badge
from pages.parts.targets.history import without_history
from pages.shell.wording import _, language, words


def promised(standing: ScoreboardCriterion, history: Sequence[Target]) -> None:
    """Show the paper's words with their place, then deadline, moves, target and owner."""
    criterion = standing.criterion
    facts = [
        (_("Frist"), escape(_deadline(criterion))),
        (_("Flyttet"), _moves(standing, history)),
        (_("Mål"), escape(_target(standing))),
        (_("Besluttet"), escape(_decision(standing, history))),
        (_("Ansvar"), escape(_owner(standing))),
    ]
    st.html(_quote(criterion) + fact_list(facts))


def _quote(criterion: Criterion) -> str:
    source = criterion.source
    strategy = strategies.strategy_of(criterion.id)
    heading = strategy.theme(criterion.theme_id).heading_above(source.line)
    where = strategy.document.title
    if heading:
        where = _("{title}, under ”{heading}”", title=where, heading=heading)
    place = _("{place}, linje {line}.", place=where, line=source.line)
    claim = _(CLAIM_SENTENCE[criterion.claim])
    gloss = f"<i>{escape(criterion.gloss)}</i>" if criterion.gloss and language() == "en" else ""
    quote = escape(_("”{quote}”", quote=source.quote))
    lang = escape(strategy.document.language)
    return (
        f'<figure class="pj-quote"><blockquote lang="{lang}">{quote}</blockquote>'
        f"<figcaption>{gloss}{escape(f'{place} {claim}')}</figcaption></figure>"
    )


def _deadline(criterion: Criterion) -> str:
    reading = criterion.due_alternative
    text = due_words(criterion)
    if reading is None:
        return text
    other = _("Fristen kan også læses som {day}.", day=words().day(reading.date))
    return f"{text}. {other}"


def _moves(standing: ScoreboardCriterion, history: Sequence[Target]) -> str:
    """Return each move of the due date with its day and its decision, and the promised status."""
    moves = due_moves(standing.criterion.due, history)
    lines = [
        _(
            "{day}: fra {before} til {after}. {reason}",
            day=words().day(move.on),
            before=words().day(move.before),
            after=words().day(move.after),
            reason=_("Besluttet: {decision}.", decision=move.decision)
            if move.decision
            else _("Ingen beslutning er noteret."),
        )
        for move in moves
    ]
    text = "".join(f"<p>{escape(line)}</p>" for line in lines)
    if not standing.moved:
        return text
    return f"<p>{moved_chip(standing)}</p>{text}<p>{promised_badge(standing)}</p>"


def _target(standing: ScoreboardCriterion) -> str:
    target = standing.target
    if target is None or not standing.adopted:
        return _unset(standing)
    if yes_or_no(standing):
        return _("Gennemført senest {due}", due=words().day(target.due))
    aim = _("{target} senest {due}", target=target_text(standing, words()),
            due=words().day(target.due))  # fmt: skip
    if target.baseline is None:
        return aim
    start = figure(target.baseline, standing, words(), decimals=6)
    return _("{aim}. Udgangspunkt {start} den {day}.", aim=aim, start=start,
             day=words().day(target.baseline_on))  # fmt: skip


def _unset(standing: ScoreboardCriterion) -> str:
    missing = without_history(standing.criterion)
    if standing.target is None or standing.target.target is None:
        return missing
    own = _("{target}, efter strategiens egne ord", target=target_text(standing, words()))
    return f"{own}. {missing}"


def _decision(standing: ScoreboardCriterion, history: Sequence[Target]) -> str:
    target = standing.target
    if target is None or not standing.adopted:
        return ""
    day = words().day(target.set_on)
    if target.decision:
        return _("{decision}. Sat {day}.", decision=target.decision, day=day)
    return _("Ingen beslutning er noteret. Sat {day}.", day=day)


def _owner(standing: ScoreboardCriterion) -> str:
    owner = standing.target.owner if standing.target else ""
    return owner or _(
        "{level}; ingen ejer er skrevet på", level=level_words(standing.criterion.level)
    )
