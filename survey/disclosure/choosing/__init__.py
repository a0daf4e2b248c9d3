"""Which figures may stand beside each other: the pattern with the least loss."""
