"""Choosing a unit step by step down the tree; it lives in the shell, whose sidebar asks too."""

from pages.shell.unit_picker import unit_picker

__all__ = ["unit_picker"]
