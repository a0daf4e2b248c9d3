"""Pieces of the page Bag kulturtallene, on the foundation of the culture figures."""
