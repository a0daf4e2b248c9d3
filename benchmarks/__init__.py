"""The speed that Pejling promises, measured."""
