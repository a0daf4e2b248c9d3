"""Telling two people apart by the names that they signed in with."""


def same_person(name: str, other: str) -> bool:
    """Whether two names are of one person; capitals and blanks at the ends do not tell apart."""
    return name.strip().casefold() == other.strip().casefold()
