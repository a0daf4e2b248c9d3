"""Precision of figures, change and contrast, and reliability of a questionnaire."""
