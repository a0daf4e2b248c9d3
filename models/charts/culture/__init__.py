"""Charts of the culture results, with their intervals."""
