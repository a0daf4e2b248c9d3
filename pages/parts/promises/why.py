"""The reasons of a status: the rule's calculation with the criterion's figures."""

import streamlit as st

from models.charts.promises.figures import in_percent, unit_word, yes_or_no
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.why.explanation import explain
from pages.shell.wording import _, markdown_escaped, say, words


def why(promise: CriterionStanding) -> None:
    """Show the explanation of a status, a sentence a line."""
    with st.expander(_("Hvorfor?"), expanded=True):
        unit = unit_word(promise)
        for sentence in explain(promise.assessment, promise.target, words(), unit=unit):
            st.markdown(markdown_escaped(sentence))
        if not (unit or in_percent(promise) or yes_or_no(promise)):
            name = promise.criterion.indicator.name
            st.caption(say("Tallene er: {name}.", name=name))
        st.caption(_("Regel R1: den samme for alle løfter, og offentlig."))
