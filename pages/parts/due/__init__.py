"""Pieces of the page of what is due, and the steps to a first status."""
