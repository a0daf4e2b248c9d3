"""Strategies, targets, observations, and the status of each criterion."""
