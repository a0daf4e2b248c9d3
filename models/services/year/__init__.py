"""The annual status, built and offered as a file."""
