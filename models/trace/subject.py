"""What the trace calls the things that are written: a kind and the thing's own id."""

from typing import Final

# Subjects that are one thing in an installation.
IDEAS: Final = "ideas"
INSTALLATION: Final = "installation"
PERIODS: Final = "periods"


def criterion(criterion_id: str) -> str:
    """Return the subject of a criterion of a strategy."""
    return f"criterion:{criterion_id}"


def wave(wave_id: str) -> str:
    """Return the subject of a wave."""
    return f"wave:{wave_id}"


def unit(unit_id: str) -> str:
    """Return the subject of a unit."""
    return f"unit:{unit_id}"


def idea(idea_id: str) -> str:
    """Return the subject of an idea."""
    return f"idea:{idea_id}"


def comment(comment_id: str) -> str:
    """Return the subject of a comment, by its random key."""
    return f"comment:{comment_id}"


def questionnaire(instrument_id: str) -> str:
    """Return the subject of a questionnaire."""
    return f"questionnaire:{instrument_id}"


def owner(name: str) -> str:
    """Return the subject of an owner."""
    return f"owner:{name}"


def year(strategy_id: str, number: int) -> str:
    """Return the subject of a strategy's status of a year."""
    return f"year:{strategy_id}:{number}"
