"""The choices of the log, kept in the address."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from models.errors import InputError
from models.trace.action import Action
from models.trace.search import Search
from models.trace.words import ACTION_WORD, SUBJECT_WORD
from models.wording import reading
from pages.parts.address import pick, show
from pages.shell.wording import _, markdown_escaped, words
from survey.plain_text import plain

ALL = "all"


def log_search(people: Sequence[str]) -> Search:
    """Ask which lines to show; all of them to begin with. people: the names that stand there."""
    left, middle, right = st.columns(3)
    with left:
        kind = _choice("kind", _("Om"), {name: _(SUBJECT_WORD[name]) for name in SUBJECT_WORD})
    with middle:
        actions = {str(action): _(ACTION_WORD[action]) for action in Action}
        action = _choice("action", _("Handling"), actions)
    with right:
        who = _choice("who", _("Hvem"), {name: name for name in people})
    left, middle, right = st.columns(3)
    with left:
        code = _text("code", _("Kode, f.eks. HOV-T2-C9"))
    with middle:
        first = _day("first", _("Fra og med"))
    with right:
        last = _day("last", _("Til og med"))
    return Search(kind=kind, action=action, who=who, code=code, first_day=first, last_day=last)


def _choice(name: str, label: str, options: dict[str, str]) -> str:
    names = {ALL: _("Alle"), **options}
    choice = pick(name, label, list(names), key=f"log_{name}", words_of=names.__getitem__)
    return "" if choice == ALL else choice


def _text(name: str, label: str) -> str:
    """Return what somebody wrote in a field; `?name=` writes it beforehand."""
    key, address = f"log_{name}", plain(st.query_params.get(name, ""))
    if key not in st.session_state or address != st.session_state.get(f"address_of_{key}"):
        st.session_state[key] = address
    text = plain(st.text_input(markdown_escaped(label), key=key)).strip()
    if text:
        show(name, text, key=key)
    elif address:
        del st.query_params[name]
    st.session_state[f"address_of_{key}"] = text
    return text


def _day(name: str, label: str) -> date | None:
    """Return a day, None for any; what cannot be read is said and counts as any."""
    text = _text(name, label)
    if not text:
        return None
    try:
        return reading.day(text)
    except InputError as problem:
        st.caption(markdown_escaped(words().error(problem)))
        return None
