"""Pieces of the page where owners enter their values and others approve them."""
