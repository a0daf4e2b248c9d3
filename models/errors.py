"""Rules of steering that somebody broke, said so that a person may read it."""

from survey.errors import SpokenError


class SteeringError(SpokenError):
    """A rule of the steering model was broken."""


class Refused(SteeringError):
    """The viewer's role does not allow the action."""


class InputError(SteeringError):
    """A file or form breaks a rule; the message names the place and says what would be right."""
