"""What a new figure is laid beside: deadline, target, the last figure and the day of the next."""

from datetime import date
from html import escape

import streamlit as st

from models.charts.promises.figures import measured_figure, target_text
from models.services.promises.next_measurement import next_measurement
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import counting_observations
from pages.shell.wording import _, words

Fact = tuple[str, str, str]


def facts(standing: ScoreboardCriterion, on: date) -> None:
    """Show a promise's deadline, target, last figure and next day to measure, above the field."""
    rows = (_due(standing), _target(standing), _last(standing), _next(standing, on))
    items = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(figure)}"
        f'<span class="pj-small">{escape(note)}</span></dd></div>'
        for name, figure, note in rows
    )
    st.html(f'<dl class="pj-beside">{items}</dl>')


def _due(standing: ScoreboardCriterion) -> Fact:
    due = standing.target.due if standing.target else standing.criterion.due
    return _("Frist"), words().day(due) if due else _("ingen frist"), ""


def _target(standing: ScoreboardCriterion) -> Fact:
    expected = standing.assessment.expected
    note = ""
    if expected is not None:
        note = _("forventet nu: {expected}", expected=measured_figure(expected, standing, words()))
    return _("Mål"), target_text(standing, words()), note


def _last(standing: ScoreboardCriterion) -> Fact:
    counting = counting_observations(standing.observations, None)
    if not counting:
        return _("Seneste måling"), _("ingen endnu"), ""
    last = counting[-1]
    return (
        _("Seneste måling"),
        measured_figure(last.value, standing, words()),
        words().day(last.ref),
    )


def _next(standing: ScoreboardCriterion, on: date) -> Fact:
    day = next_measurement(standing)
    if day is None:
        return _("Næste måling"), _("ingen planlagt"), ""
    return _("Næste måling"), words().day(day), _("mangler") if day <= on else ""
