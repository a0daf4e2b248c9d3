"""The address and the choices of a page follow each other."""

from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from pages.parts import address


def page():
    import streamlit as st  # noqa: PLC0415 - the function is a script of its own

    from pages.parts.address import obey, show  # noqa: PLC0415

    obey("tab", {"a": "a", "b": "b"}, "a", key="t")
    show("tab", st.radio("Tab", ["a", "b"], key="t"), key="t")


@pytest.fixture
def chosen():
    """A page on which the second of two has just been chosen."""
    return AppTest.from_function(page).run().radio(key="t").set_value("b").run()


def choice(app):
    return app.radio(key="t").value, app.query_params["tab"]


def test_the_address_of_before_a_choice_that_comes_late_is_not_obeyed(chosen):
    chosen.query_params["tab"] = "a"
    assert choice(chosen.run()) == ("b", "b")


def test_back_to_the_address_of_before_a_choice_is_obeyed_at_once(chosen, monkeypatch):
    back = SimpleNamespace(is_history_navigation=True)
    monkeypatch.setattr(address, "get_script_run_ctx", lambda: back)
    chosen.query_params["tab"] = "a"
    assert choice(chosen.run()) == ("a", "a")


def test_a_link_to_the_first_choice_is_obeyed_once_nothing_can_be_late(chosen, monkeypatch):
    monkeypatch.setattr(address, "LATE", 0.0)
    chosen.query_params["tab"] = "a"
    assert choice(chosen.run()) == ("a", "a")
