"""Worked cases after the due date, of promises kept for good, and of surveys."""

from tests.models.strategy.builders import 
from tests.models.strategy.cases_underway import AGENTS

ALS