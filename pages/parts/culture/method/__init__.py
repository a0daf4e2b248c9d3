"""Pieces of the page on what the culture figures stand on."""
