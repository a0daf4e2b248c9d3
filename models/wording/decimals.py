"""Figures beside their limits, with decimals enough to tell them apart."""

from decimal import Context, Decimal

# With more decimals than this a value is too near its limit for anybody to read the difference.
MOST_DECIMALS = 6
# Digits enough for every float that is not infinite, rounded as Words.number rounds.
EXACT = Context(prec=400)


def decimals_apart(value: float | None, *limits: float | None, least: int = 1) -> int:
    """Return how many decimals a value must have to stand beside its limits.

    They tell it, and its distance, from each limit it does not equal; one that it equals has all of
    its own. A distance that is rounded to 0 would contradict the two figures it lies between.
    """
    if value is None:
        return least
    return next(
        (
            decimals
            for decimals in range(least, MOST_DECIMALS)
            if all(_is_clear(value, limit, decimals) for limit in limits if limit is not None)
        ),
        MOST_DECIMALS,
    )


def _is_clear(value: float, limit: float, decimals: int) -> bool:
    if value == limit:
        return _rounded(value, decimals) == _rounded(value, MOST_DECIMALS)
    is_distant = _rounded(abs(value - limit), decimals) != 0
    return is_distant and _rounded(value, decimals) != _rounded(limit, decimals)


def _rounded(value: float, decimals: int) -> Decimal:
    # By its decimal digits: 2.675 reads 2.68, although as a binary fraction it is a little less.
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), context=EXACT)
