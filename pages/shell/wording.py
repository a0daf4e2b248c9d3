"""The language of whoever is looking, and the sentences in it."""

import streamlit as st

from models.settings import settings
from models.wording import LANGUAGES, Words
from models.wording import words as words_of

NAMES = {"da": "Dansk", "sv": "Svenska", "en": "English"}


def language() -> str:
    """The session's language, one of LANGUAGES; the installation's own until somebody chooses."""
    # Asked for every sentence of a page, so the environment is read only where nobody has chosen.
    chosen = st.session_state.get("language") or settings().language
    return chosen if chosen in LANGUAGES else "da"


def words() -> Words:
    """The session's words, for whatever is said below the pages."""
    return words_of(language())


def _(text: str, /, **values: object) -> str:
    """A sentence in the session's language."""
    return words().say(text, **values)
