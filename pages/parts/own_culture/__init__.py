"""Pieces of a unit's own culture page."""
