"""Messages about what was just done, shown once after the page has run again."""

from collections.abc import Iterator
from contextlib import contextmanager
from html import escape

import streamlit as st

from models.errors import SteeringError
from pages.shell.wording import markdown_escaped, words
from survey.errors import SurveyError


def leave(message: str, *, at: str) -> None:
    """Store a message and run the page again; `show_message` at the same place shows it."""
    st.session_state[f"message_{at}"] = message
    st.rerun()


def show_message(at: str) -> None:
    """Show the message that the last run stored for this place, and remove it."""
    if message := st.session_state.pop(f"message_{at}", None):
        st.success(markdown_escaped(message), icon=":material/check_circle:")


@contextmanager
def refusals() -> Iterator[None]:
    """Show a broken rule in the viewer's language; any other exception passes through."""
    try:
        yield
    except (SurveyError, SteeringError) as error:
        sentence, _line, faults = words().error(error).partition("\n")
        st.error(markdown_escaped(sentence), icon=":material/error:")
        if faults:
            lines = "".join(f"<li>{escape(fault)}</li>" for fault in faults.splitlines())
            st.html(f"<ul>{lines}</ul>")
