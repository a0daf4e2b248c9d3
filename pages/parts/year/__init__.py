"""Pieces of the annual status page."""
