"""Choices read from the address and written to it, so that a link opens the same view."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic
from typing import TypeVar
from urllib.parse import urlencode

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.shell.wording import markdown_escaped
from survey.plain_text import plain

T = TypeVar("T")

# A browser may send the address of before a choice so many seconds after we wrote the new one.
LATE = 3.0


def obey(name: str, options: Mapping[str, T], usual: T, *, key: str) -> None:
    """Set the widget `key` to the value of `?name=`, each time the address has changed.

    options: what may be asked for, as it stands in an address; anything else is ignored.
    usual: the choice while neither the address nor the viewer has made one.
    """
    choice = plain(st.query_params.get(name, ""))
    current = st.session_state.get(key)
    if choice in options and not (
        current in options.values()
        and (choice == st.session_state.get(_address_key(key)) or _is_late(choice, key))
    ):
        current = options[choice]
        # A link to the page that the viewer is on leaves the old address in the browser.
        st.query_params[name] = choice
    # Written in every run: a widget of the same key on another page would begin at its default.
    st.session_state[key] = current if current in options.values() else usual
    st.session_state[_address_key(key)] = choice


def show(name: str, value: str, *, key: str) -> None:
    """Write the choice into the address, so that it can be passed on."""
    before = st.query_params.get(name, "")
    if before != value:
        st.session_state[f"late_{_address_key(key)}"] = plain(before), monotonic()
        st.query_params[name] = value
    st.session_state[_address_key(key)] = value


def obey_text(name: str, texts: Mapping[str, str], *, key: str) -> None:
    """Set the text field `key` to what `?name=` stands for, each time the address has changed.

    texts: what the address may hold -> the text to write; empty where it holds nothing of the sort.
    """
    choice = st.query_params.get(name, "")
    if choice in texts and (
        key not in st.session_state or choice != st.session_state.get(_address_key(key))
    ):
        st.session_state[key] = texts[choice]
    st.session_state[_address_key(key)] = choice


def pick(
    name: str, label: str, options: Sequence[str], *, key: str, words_of: Callable[[str], str]
) -> str:
    """Return the choice from a list, the first to begin with. `?name=` chooses beforehand."""
    obey(name, {option: option for option in options}, options[0], key=key)
    choice = st.selectbox(markdown_escaped(label), list(options), format_func=words_of, key=key)
    show(name, choice, key=key)
    return choice


def query(*names: str, **values: str) -> dict[str, str]:
    """Return what a link from this view passes on: these choices of the address, and new ones."""
    carried = {name: st.query_params[name] for name in names if name in st.query_params}
    return carried | values


def link(page: str, *names: str, **values: str) -> str:
    """Return the address of another page, with `query` of the same."""
    return f"{page}?{urlencode(query(*names, **values))}"


def tabs(
    names: Mapping[str, str], *, key: str, usual: str | None = None
) -> Sequence[DeltaGenerator]:
    """Draw tabs that keep their place; `?tab=` chooses beforehand.

    names: the tab in the address -> its name on the page. usual: the tab to open at, by default
    the first.
    """
    titles = {tab: markdown_escaped(name) for tab, name in names.items()}
    obey("tab", {tab: tab for tab in names}, usual or next(iter(names)), key=key)
    field = f"{key}_name"
    st.session_state[field] = titles[st.session_state[key]]

    def choose() -> None:
        tab = next(tab for tab, name in titles.items() if name == st.session_state[field])
        st.session_state[key] = tab

    spaces = st.tabs(list(titles.values()), key=field, on_change=choose)
    show("tab", st.session_state[key], key=key)
    return spaces


def _is_late(choice: str, key: str) -> bool:
    """Whether an address is the one of before the newest choice, sent before the browser had ours.

    Who presses a button straight after a choice sends it along. Back asks for it in earnest.
    """
    before, since = st.session_state.get(f"late_{_address_key(key)}", ("", 0.0))
    context = get_script_run_ctx()
    goes_back = context is not None and context.is_history_navigation
    return not goes_back and choice == before and monotonic() - since < LATE


def _address_key(key: str) -> str:
    return f"address_of_{key}"
