"""The trace of every write, and the chain that a changed line breaks."""
