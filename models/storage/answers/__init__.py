"""What respondents send: stored under random keys, and read by the few services that must."""
