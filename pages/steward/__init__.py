"""Pages for the stewards of the innovation office."""
