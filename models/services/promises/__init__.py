"""Strategies, targets, observations, and how each criterion stands."""
