"""Pieces of the pages that run a wave and answer it."""
