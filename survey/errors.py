"""Rules of asking and answering that somebody broke, said so that a person may read it."""


class SpokenError(Exception):
    """A broken rule, told as a Danish sentence with named gaps, so that any language can say it.

    message: the source sentence, e.g. "Svaret {value} ligger uden for skalaen".
    values: what fills the gaps; never an answer of a named person, a name or a token.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)


class SurveyError(SpokenError):
    """A rule of the survey was broken."""
