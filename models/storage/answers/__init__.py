"""What respondents send: kept under random keys and read by few."""
