"""The trace of every write, read again."""
