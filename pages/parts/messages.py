"""Messages about what was just done, shown once after the page has run again."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape

import streamlit as st

from models.errors import SteeringError
from pages.parts.way import way
from pages.shell.wording import markdown_escaped, words
from survey.errors import SurveyError


@dataclass(frozen=True)
class NextPlace:
    """The page that comes after what was done, the name of the way, and the view of the page."""

    script: str
    label: str
    query: Mapping[str, str] = field(default_factory=dict)


def put(message: str, *, at: str, then: NextPlace | None = None) -> None:
    """Store a message that `show_message` at the same place shows, with the way on."""
    st.session_state[f"message_{at}"] = (message, then)


def leave(message: str, *, at: str, then: NextPlace | None = None) -> None:
    """Store a message and run the page again; `show_message` at the same place shows it."""
    put(message, at=at, then=then)
    st.rerun()


def show_message(at: str) -> None:
    """Show the message that the last run stored for this place, and remove it."""
    message, then = st.session_state.pop(f"message_{at}", None) or ("", None)
    if message:
        st.success(markdown_escaped(message), icon=":material/check_circle:")
    if then is not None:
        way(then.script, then.label, **then.query)


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
