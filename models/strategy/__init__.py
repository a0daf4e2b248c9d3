"""Promises: what the strategies say, how a promise is measured, and the published status rule."""
