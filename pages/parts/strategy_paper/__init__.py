"""Pieces of the page that shows the paper of a strategy as tables."""
