"""Statements and column formats that several tables need."""
