"""Running a survey wave: its life, its links, answers and comments."""
