"""Pages for a department."""
