"""Refusing NaN and infinity, which are neither values nor missing."""

from math import isfinite

from models.errors import InputError


def finite(value: float, field: str) -> float:
    """Return the value; raises InputError naming the field when it is no finite number."""
    if not isfinite(value):
        raise InputError(
            "{field}: {value} er ikke et tal, der kan gemmes.", field=field, value=value
        )
    return float(value)


def finite_or_none(value: float | None, field: str) -> float | None:
    """Return the value or None, as `finite` does for a value that may be missing."""
    return None if value is None else finite(value, field)
