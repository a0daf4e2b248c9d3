"""Pieces of the page about what changed."""
