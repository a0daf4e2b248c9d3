"""Pieces of the log."""
