"""The promises that are kept or not, as lists of days."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.chart_file import Caption
from models.charts.promises import checklist
from models.charts.promises.checklist import Step
from models.charts.promises.trajectory import headline
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation
from pages.parts.figure import finding_lines, take_along
from pages.parts.status_mark import mark
from pages.shell.wording import words


def milestone_checklist(
    standing: ScoreboardCriterion, observations: Sequence[Observation], source: str
) -> None:
    """Show the days of a promise that is kept or not: what was found, and when it is due."""
    caption = Caption(headline(standing, words()), standing.criterion.text, source)
    steps = checklist.steps(standing, observations, words())
    _show(steps, caption, name=standing.criterion.id.lower())


def _show(steps: Sequence[Step], caption: Caption, *, name: str) -> None:
    finding_lines(caption)
    st.html(f'<ol class="pj-checklist">{"".join(_step(step) for step in steps)}</ol>')
    take_along(None, caption, checklist.step_table(steps, words()), name=name)


def _step(step: Step) -> str:
    day = f'<time datetime="{step.day.isoformat()}">{escape(words().day(step.day))}</time>'
    return f"<li>{day}<span>{mark(step.sign)} {escape(step.text)}</span></li>"
