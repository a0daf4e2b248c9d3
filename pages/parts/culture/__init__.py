"""Pieces of the leadership's culture page."""
