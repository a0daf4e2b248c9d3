"""The pieces around a promise's chart: status line, table of figures, initiatives and links."""

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from models.charts.promises.figures import figure, measured_figure, target_text
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation, counting_observations
from models.strategy.paper.theme import Initiative
from models.strategy.rule.trajectory import expected
from models.strategy.rule.why.explanation import answers_missing, low_response
from models.strategy.rule.words import REASON_WORD, status_word
from models.wording.figures import detectable
from pages.parts.promises.status_change import moved_line
from pages.parts.status_mark import status_badge
from pages.parts.text_table import text_table
from pages.shell.site import name_tab
from pages.shell.wording import _, markdown_escaped, words


def standing_line(standing: ScoreboardCriterion) -> None:
    """Show the status with its reason and the target it is measured against."""
    status = _(status_word(standing.assessment)).lower()
    name_tab(f"{standing.criterion.id}: {status}")
    reason = _(REASON_WORD[standing.assessment.reason])
    demand = _("Mål: {target}", target=target_text(standing, words()))
    whose = "" if standing.adopted or standing.target is None else _("efter strategiens egne ord")
    text = " · ".join(filter(None, (reason, demand, whose)))
    st.html(f'<p style="font-size:1.1rem">{status_badge(standing.assessment)} · {escape(text)}</p>')
    moved_line(standing)


def low_response_line(standing: ScoreboardCriterion) -> None:
    """Warn where less than half answered, or nobody said how many; nothing otherwise."""
    warnings = [low_response(standing.assessment, words())]
    if standing.target is not None:
        warnings.append(answers_missing(standing.assessment, standing.target, words()))
    for warning in filter(None, warnings):
        st.warning(markdown_escaped(warning))


def detectable_line(change: float | None) -> None:
    """Show the smallest change the survey can detect, in points; nothing where it is None."""
    if change is not None:
        # A criterion has no arrows, so a change of a point may count.
        sentence = detectable(change, words(), at_least=1)
        st.caption(
            f"{_('Tallet kommer fra spørgeskemaundersøgelsen.')} {markdown_escaped(sentence)}"
        )


def counting(
    standing: ScoreboardCriterion,
    records: Sequence[Observation],
    *,
    as_of: date,
    knowledge_date: date,
) -> list[Observation]:
    """Return the observations to show: those up to the day of the status, and up to the deciding.

    The one that decided may describe a later day: a year is settled by what became of its promises.
    """
    until = max(as_of, standing.assessment.ref or as_of)
    return [row for row in counting_observations(records, knowledge_date) if row.ref <= until]


def measured_table(standing: ScoreboardCriterion, observations: Sequence[Observation]) -> None:
    """Show the chart's figures as a table."""
    if not observations:
        st.caption(_("Ingen måling før denne dag."))
        return
    with st.expander(_("Tallene bag figuren")):
        text_table([_row(standing, observation) for observation in observations])


def _row(standing: ScoreboardCriterion, observation: Observation) -> dict[str, str]:
    required = expected(standing.target, observation.ref) if standing.target else None
    return {
        _("Dag"): words().day(observation.ref),
        _("Målt"): measured_figure(observation.value, standing, words()),
        _("Forventet"): figure(required, standing, words()),
    }


def initiatives(serving: Sequence[Initiative]) -> None:
    """Show the initiatives that serve the promise, or that there is none."""
    st.subheader(_("Initiativer, der bidrager"))
    if not serving:
        st.info(
            _(
                "Intet initiativ i strategien bidrager til dette løfte. Overvej, hvem der skal "
                "stå for det."
            )
        )
        return
    for initiative in serving:
        about = f"({initiative.id}, {initiative.paper_status})"
        st.markdown(f"- {markdown_escaped(initiative.title)} {markdown_escaped(about)}")
    st.caption(_("Koblingen mellem initiativer og kriterier er et forslag."))


def steward_links(strategy_id: str, criterion_id: str) -> None:
    """Show links to the pages where the target is set and observations are logged."""
    there = {"strategy": strategy_id, "criterion": criterion_id, "tab": "one"}
    st.page_link("steward/targets.py", label=_("Sæt eller ændr målet"), query_params=there)
    st.page_link("steward/observations.py", label=_("Skriv en måling"), query_params=there)
