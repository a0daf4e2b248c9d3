"""Asking, scoring, statistics, disclosure control and release, in plain Python and pandas."""
