"""Disclosure control: choosing what to publish, auditing it, and attacking the result."""
