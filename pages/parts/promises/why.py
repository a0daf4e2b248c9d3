"""The reasons of a status: the rule's calculation with the criterion's figures."""

import streamlit as st

from models.charts.promises.figures import unit_word
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.explanation import explain
from pages.shell.wording import _, markdown_escaped, words


def why(promise: CriterionStanding) -> None:
    """Show the explanation of a status, a sentence a line."""
    with st.expander(_("Hvorfor?"), expanded=True):
        for sentence in explain(
            promise.assessment, promise.target, words(), unit=unit_word(promise)
        ):
            st.markdown(markdown_escaped(sentence))
        st.caption(_("Regel R1: den samme for alle løfter, og offentlig."))
