"""What Pejling promises to do quickly, measured."""
