"""The annual status of a strategy, as data and as a file to print."""
