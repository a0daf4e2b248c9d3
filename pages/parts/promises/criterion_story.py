"""The pieces around a promise's chart: status line, table of figures, initiatives and links."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.observation import Observation, counting_observations
from models.strategy.rule.why.explanation import answers_missing, low_response
from models.wording.figures import detectable
from pages.shell.wording import _, markdown_escaped, words


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


def counting_until(
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
