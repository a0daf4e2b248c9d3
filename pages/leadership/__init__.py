"""Pages for the leadership."""
