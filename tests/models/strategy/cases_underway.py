"""Worked cases before the due date: target, what was seen, the day, and how it stands."""

from tests.models.strategy.builders import 

AEEEDBGRA