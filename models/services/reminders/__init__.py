"""Reminding owners of values that are due, at most once a week."""
