"""Pieces of the page where targets are set."""
