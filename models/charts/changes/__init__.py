"""What changed between two days, drawn and as figures."""
