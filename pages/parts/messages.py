"""What just happened, said once, also when the page has run again since."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from models.errors import SteeringError
from pages.shell.wording import words
from survey.errors import SurveyError


def leave(message: str, *, at: str) -> None:
    """Keep a good message for the next run of this page, and run it.

    at: the place on the page where `show_message` shows it.
    """
    st.session_state[f"message_{at}"] = message
    st.rerun()


def show_message(at: str) -> None:
    """Say what the last run left for this place, once."""
    if message := st.session_state.pop(f"message_{at}", None):
        st.success(message, icon=":material/check_circle:")


@contextmanager
def refusals() -> Iterator[None]:
    """Say a broken rule in the viewer's language; anything else is a bug and stays loud."""
    try:
        yield
    except (SurveyError, SteeringError) as error:
        st.error(words().error(error), icon=":material/error:")
