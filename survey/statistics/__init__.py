"""How sure a figure is, and what a questionnaire is worth."""
