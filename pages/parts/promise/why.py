"""The reasons of a status: the rule's calculation with the criterion's figures."""

from html import escape

import streamlit as st

from models.charts.promises.figures import in_percent, unit_word, yes_or_no
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.rule.why.explanation import explain
from pages.parts.promise.number import outlook
from pages.shell.wording import _, words


def why(standing: ScoreboardCriterion, *, rule: str) -> None:
    """Show the explanation of a status, a sentence a line. rule: its version, e.g. "R1"."""
    st.header(_("Hvorfor?"))
    unit = unit_word(standing)
    sentences = explain(
        standing.assessment,
        standing.target,
        words(),
        unit=unit,
        forecast=outlook(standing),
        override=standing.override,
    )
    lines = "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
    notes = [_("Regel {rule}: den samme for alle løfter, og offentlig.", rule=rule)]
    if not (unit or in_percent(standing) or yes_or_no(standing)):
        notes.insert(0, _("Tallene er: {name}.", name=standing.criterion.indicator.name))
    st.html(f'<ol class="pj-why">{lines}</ol><p class="pj-small">{escape(" ".join(notes))}</p>')
