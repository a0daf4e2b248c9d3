"""A second opinion on a pattern; it shares no code with the choosing."""
