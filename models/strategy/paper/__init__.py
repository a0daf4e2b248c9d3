"""A strategy paper as data: its promises, themes and who decides, each with its source."""
