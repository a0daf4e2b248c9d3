"""A promise as a reminder names it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class RemindedPromise:
    """A promise's code and words, the day its next value describes, and its owner; no figures."""

    code: str
    text: str
    day: date
    owner: str = ""
