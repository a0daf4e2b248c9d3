"""What surrounds one promise: how it stands in a line, what was measured, and what serves it."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.charts.promises.figures import figure, target_text
from models.charts.promises.signs import Sign
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation
from models.strategy.paper.theme import Initiative
from models.strategy.rule.trajectory import expected
from models.strategy.rule.words import REASON_WORD
from pages.parts.markdown_escaped import markdown_escaped
from pages.parts.status_mark import badge
from pages.shell.wording import _, words


def standing_line(standing: ScoreboardCriterion, shown: Sign) -> None:
    """Shape, word and reason, and the demand it is held against."""
    reason = _(REASON_WORD[standing.assessment.reason])
    demand = _("Mål: {target}", target=target_text(standing, words()))
    whose = "" if standing.adopted or standing.target is None else _("efter strategiens egne ord")
    told = " · ".join(filter(None, (reason, demand, whose)))
    st.html(f'<p style="font-size:1.1rem">{badge(shown)} · {escape(told)}</p>')


def detectable_line(change: float | None) -> None:
    """What the survey can tell from chance; nothing for what no survey measures."""
    if change is not None:
        st.caption(
            _(
                "Tallet kommer fra spørgeskemaundersøgelsen. Med så mange svar skal det flytte sig "
                "mindst {points} point, før det kan skelnes fra tilfældig variation.",
                points=words().number(change, 1),
            )
        )


def measured_table(standing: ScoreboardCriterion, observations: Sequence[Observation]) -> None:
    """The chart's own figures, for who would rather read them."""
    if not observations:
        st.caption(_("Ingen måling før denne dag."))
        return
    with st.expander(_("Tallene bag figuren")):
        st.table([_row(standing, one) for one in observations])


def _row(standing: ScoreboardCriterion, one: Observation) -> dict[str, str]:
    wanted = expected(standing.target, one.ref) if standing.target else None
    return {
        _("Dag"): words().day(one.ref),
        _("Målt"): figure(one.value, standing, words()),
        _("Ventet"): figure(wanted, standing, words()),
    }


def initiatives(serving: Sequence[Initiative]) -> None:
    """The efforts that are meant to keep the promise; says so when there is none."""
    st.subheader(_("Initiativer, der bidrager"))
    if not serving:
        st.info(
            _(
                "Intet initiativ i strategien bidrager til dette løfte. "
                "Overvej, hvem der skal løfte det."
            )
        )
        return
    for initiative in serving:
        title, code, status = (
            markdown_escaped(text)
            for text in (initiative.title, initiative.id, initiative.paper_status)
        )
        st.markdown(f"- {title} ({code}, {status})")
    st.caption(_("Koblingen mellem initiativer og kriterier er et forslag."))


def steward_links(strategy_id: str, criterion_id: str) -> None:
    """The steward's way on."""
    there = {"strategy": strategy_id, "criterion": criterion_id}
    st.page_link("steward/targets.py", label=_("Sæt eller ændr målet"), query_params=there)
    st.page_link("steward/observations.py", label=_("Skriv en måling"), query_params=there)
