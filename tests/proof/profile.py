"""Loads the profile of the gate where the conftest of all tests is left out."""

from tests.examples import register_profiles

register_profiles()
