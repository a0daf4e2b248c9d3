"""The type of every text column: no way in leads past it."""

from sqlalchemy import Dialect, Text
from sqlalchemy.types import TypeDecorator

from survey.plain_text import plain


class PlainText(TypeDecorator[str]):
    """Text, stored and looked for with composed letters and without invisible signs."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Return what is sent to the database."""
        return value if value is None else plain(value)
