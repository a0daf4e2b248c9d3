"""Instruments, units, waves, responses and comments."""
