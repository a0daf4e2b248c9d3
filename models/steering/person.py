"""Telling two people apart by the names that they signed in with."""

from survey.plain_text import look, plain


def same_person(name: str, other: str) -> bool:
    """Whether two names are of one person, however capitals, blanks and accents are stored."""
    return _folded(name) == _folded(other)


def may_be_same_person(name: str, other: str) -> bool:
    """Whether two names are not surely of two people: a reader cannot tell them apart.

    For where two must agree. It gives nobody a right: two people may look alike. Nobody's name is
    not surely another person's.
    """
    names = {look(name), look(other)}
    return len(names) == 1 or "" in names


def _folded(name: str) -> str:
    return " ".join(plain(name).split()).casefold()
