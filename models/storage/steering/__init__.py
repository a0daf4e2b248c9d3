"""Queries of what steering keeps: targets, values, owners' words, and the trace of every write."""
