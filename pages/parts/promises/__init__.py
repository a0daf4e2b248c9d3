"""Pieces of the pages about criteria, targets and observations."""
