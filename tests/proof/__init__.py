"""The thorough proof, on demand and not in the gate: `make prove`."""
