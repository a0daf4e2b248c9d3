"""Forms whose fields show the value as it was read."""
