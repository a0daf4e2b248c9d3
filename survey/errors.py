"""Errors for broken rules, with messages that a page may show."""


class SpokenError(Exception):
    """A broken rule, with a Danish source sentence that can be translated.

    message: the source sentence with named gaps, e.g. "Svaret {value} ligger uden for skalaen".
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


class Several(tuple[SpokenError, ...]):
    """Errors among the values of another, said one below the other."""

    __slots__ = ()

    def __str__(self) -> str:
        return "\n".join(map(str, self))
