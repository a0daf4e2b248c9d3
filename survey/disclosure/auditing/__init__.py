"""An audit of a chosen pattern; it shares no code with the choosing."""
