"""Pieces of a page that two pages need."""
