"""Choices read from the address and written to it, so that a link opens the same view."""

from collections.abc import Mapping
from typing import TypeVar

import streamlit as st

from survey.plain_text import plain

T = TypeVar("T")


def obey(name: str, options: Mapping[str, T], usual: T, *, key: str) -> None:
    """Set the widget `key` to the value of `?name=`, each time the address has changed.

    options: what may be asked for, as it stands in an address; anything else is ignored.
    usual: the choice while neither the address nor the viewer has made one.
    """
    choice = plain(st.query_params.get(name, ""))
    if choice in options and choice != st.session_state.get(_address_key(key)):
        st.session_state[key] = options[choice]
    elif st.session_state.get(key) not in options.values():
        st.session_state[key] = usual
    st.session_state[_address_key(key)] = choice


def show(name: str, value: str, *, key: str) -> None:
    """Write the choice into the address, so that it can be passed on."""
    if st.query_params.get(name) != value:
        st.query_params[name] = value
    st.session_state[_address_key(key)] = value


def _address_key(key: str) -> str:
    return f"address_of_{key}"
