"""Pieces of the scoreboard."""
