"""A whole database at once: written into one file, brought back from it, looked over for faults."""
