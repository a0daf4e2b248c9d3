"""The release of a wave: its published figures, computed once after it closed."""
