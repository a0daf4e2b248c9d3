"""Pieces of the page that shows registers as tables."""
