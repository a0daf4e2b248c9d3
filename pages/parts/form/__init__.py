"""Forms whose fields say what they understood."""
