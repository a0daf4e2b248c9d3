"""Attacks on a released file, with no code of what chose or audited it."""
