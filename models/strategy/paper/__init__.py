"""A strategy paper as data: criteria, themes and governance, each with its source."""
