"""The picture of a promise across the page: its way to the target, or the days of a milestone."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from models.charts.chart_file import Caption, Chart
from models.charts.palette import Mode
from models.charts.promises import figures, trajectory
from models.charts.promises.frame import TimeAxis
from models.charts.style import fixed
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation
from models.strategy.rule.trajectory import expected
from models.wording import N_, Words
from pages.parts.address import obey, show
from pages.parts.figure import figure
from pages.parts.promise.number import outlook
from pages.parts.promises.criterion_picture import milestone_checklist
from pages.parts.text_table import text_table
from pages.shell.wording import _, words

_AXIS_WORD = {
    TimeAxis.DESCRIBED: N_("Dagen, tallet gælder for"),
    TimeAxis.ENTERED: N_("Dagen, det blev skrevet ind"),
}


def promise_chart(
    standing: ScoreboardCriterion, counting: Sequence[Observation], *, source: str
) -> None:
    """Show a promise through time; a note where there is neither a target nor an observation.

    counting: the observations that count, in order of the day they describe.
    """
    if standing.target is None and not counting:
        st.info(_("Der er intet at tegne endnu: hverken et mål eller en måling."))
    elif figures.yes_or_no(standing):
        milestone_checklist(standing, counting, source)
    else:
        _trajectory(standing, counting, source)
        _figures(standing, counting)


def _trajectory(
    standing: ScoreboardCriterion, counting: Sequence[Observation], source: str
) -> None:
    place = st.container()
    time = _time_axis() if counting else TimeAxis.DESCRIBED
    caption = Caption(
        trajectory.headline(standing, words()),
        trajectory.subtitle(standing, counting, words(), time, outlook(standing)),
        source,
    )
    replaced = _replaced(standing, counting)
    with place:
        figure(
            partial(_draw, standing, counting, replaced, words(), time),
            caption,
            trajectory.table(standing, counting, words(), outlook(standing)),
            name=standing.criterion.id.lower(),
        )


def _time_axis() -> TimeAxis:
    """Return the day at which measurements stand; `?axis=` chooses beforehand."""
    key, axes = "time_axis", {str(axis): axis for axis in TimeAxis}
    obey("axis", {axis: axis for axis in axes}, TimeAxis.DESCRIBED.value, key=key)
    choice = st.segmented_control(
        _("Målingerne står på"),
        list(axes),
        format_func=lambda axis: _(_AXIS_WORD[axes[axis]]),
        required=True,
        key=key,
    )
    show("axis", choice, key=key)
    return axes[choice]


def _replaced(standing: ScoreboardCriterion, counting: Sequence[Observation]) -> list[Observation]:
    """Return the records that a later one of the same day and series has taken the place of."""
    counting_ids = {id(row) for row in counting}
    subjects = {(row.ref, row.series) for row in counting}
    return [
        row
        for row in standing.observations
        if id(row) not in counting_ids and (row.ref, row.series) in subjects
    ]


def _draw(
    standing: ScoreboardCriterion,
    counting: Sequence[Observation],
    replaced: Sequence[Observation],
    words: Words,
    time: TimeAxis,
    mode: Mode,
) -> Chart:
    chart = trajectory.trajectory(
        standing,
        counting,
        mode=mode,
        words=words,
        time=time,
        replaced=replaced,
        forecast=outlook(standing),
    )
    return fixed(chart)


def _figures(standing: ScoreboardCriterion, counting: Sequence[Observation]) -> None:
    """Show the chart's figures as a table."""
    if not counting:
        st.caption(_("Ingen måling før denne dag."))
        return
    with st.expander(_("Tallene bag figuren")):
        text_table([_row(standing, observation) for observation in counting])


def _row(standing: ScoreboardCriterion, observation: Observation) -> dict[str, str]:
    required = expected(standing.target, observation.ref) if standing.target else None
    return {
        _("Dag"): words().day(observation.ref),
        _("Målt"): figures.measured_figure(observation.value, standing, words()),
        _("Forventet"): figures.figure(required, standing, words()),
    }
