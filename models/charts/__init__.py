"""Frames and records drawn as Altair charts, for page and paper alike."""
