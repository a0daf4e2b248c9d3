"""Numbers that may be kept: NaN and infinity are neither values nor missing, and are refused."""

from math import isfinite

from models.errors import InputError


def finite(value: float, field: str) -> float:
    """The value itself; raises InputError naming the field when it is no finite number."""
    if not isfinite(value):
        raise InputError(
            "{field}: {value} er ikke et tal, der kan gemmes.", field=field, value=value
        )
    return float(value)


def finite_or_none(value: float | None, field: str) -> float | None:
    """As `finite`, for a value that may be missing."""
    return None if value is None else finite(value, field)
