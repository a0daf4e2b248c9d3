"""Strategies as data, targets and observations of their criteria, and the published status rule."""
