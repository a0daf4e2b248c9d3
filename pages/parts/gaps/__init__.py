"""Pieces of the gap list."""
