"""Workbooks: which sheet is read, what of it is shown, and its cells."""
