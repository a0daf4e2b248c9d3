"""What is proved on demand and not in the gate: `make prove`."""
