"""Pieces of the page of one promise, in the order of its story."""
