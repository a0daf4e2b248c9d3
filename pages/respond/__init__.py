"""Plain HTML for respondents: light as a letter, works without JavaScript."""
