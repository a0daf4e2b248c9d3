"""Tries to work out from a file what it does not say."""
