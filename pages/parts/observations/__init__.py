"""Pieces of the page where observations are logged."""
