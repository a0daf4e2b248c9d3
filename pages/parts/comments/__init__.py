"""Pieces of the page where comments are reviewed and published."""
