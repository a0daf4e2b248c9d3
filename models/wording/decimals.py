"""Figures beside their limits, with decimals enough to tell them apart."""

# With more decimals than this a value is too near its limit for anybody to read the difference.
MOST_DECIMALS = 6


def decimals_apart(value: float | None, *limits: float | None, least: int = 1) -> int:
    """Return how many decimals tell a value from each limit it does not equal."""
    others = [limit for limit in limits if limit is not None and limit != value]
    if value is None:
        return least
    return next(
        (
            decimals
            for decimals in range(least, MOST_DECIMALS)
            if all(round(value, decimals) != round(limit, decimals) for limit in others)
        ),
        MOST_DECIMALS,
    )
