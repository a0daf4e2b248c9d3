"""Files that people bring: read into rows, or refused with file, row and column."""
