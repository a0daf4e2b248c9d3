"""Errors with a message for people: a rule of the steering model was broken."""

from survey.errors import SpokenError


class SteeringError(SpokenError):
    """A rule of the steering model was broken."""


class Refused(SteeringError):
    """The viewer's role lacks the permission."""


class InputError(SteeringError):
    """A file or form breaks a rule; the message names the place and says what would be right."""


class DatabaseUnavailable(SteeringError):
    """The database is away, broken or busy; the message names the cause and what mends it."""
