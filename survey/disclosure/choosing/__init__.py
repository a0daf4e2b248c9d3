"""The choice of what to publish: the safe pattern with the least loss."""
