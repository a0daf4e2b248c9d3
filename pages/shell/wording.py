"""The viewer's language, and sentences in it."""

import streamlit as st

from models import wording
from models.settings import settings
from models.wording import LANGUAGES, Words


def language() -> str:
    """Return the session's language; the installation's own until one is chosen."""
    # Called for every sentence of a page, so the environment is read only without a choice.
    choice = st.session_state.get("language") or settings().language
    return choice if choice in LANGUAGES else "da"


def words() -> Words:
    """Return the wording of the session's language, for what is worded below the pages."""
    return wording.words(language())


def _(text: str, /, **values: object) -> str:
    """Return a sentence in the session's language."""
    return words().say(text, **values)


def ngettext(singular: str, plural: str, n: int, /, **values: object) -> str:
    """Return the sentence for one or for any other number in the session's language."""
    return words().ngettext(singular, plural, n, **values)
