"""The reasons of a status in sentences: the rule with the numbers in it."""
