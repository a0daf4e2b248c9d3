"""Pieces of the pages about ideas."""
