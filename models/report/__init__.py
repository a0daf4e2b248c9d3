"""The year as data, and the paper made from it."""
