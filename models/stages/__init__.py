"""Stages of things, and who may move them: one table for each kind."""
