"""Pieces of the pages of one unit."""
