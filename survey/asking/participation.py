"""Response rates, as bands where an exact rate could identify people, and none of very few."""

from enum import StrEnum

# With fewer invited, a rate would disclose who has not answered; a band is shown instead.
EXACT_FROM = 10
# With fewer, a band would disclose it too; they count in the unit above.
FEWEST_INVITED = 5
# Below these response rates a result is shown as thin, and none of its levels is.
THIN_BELOW = 0.5
TOO_FEW_BELOW = 0.3


class Band(StrEnum):
    """A response rate, coarsely."""

    UNKNOWN = "unknown"
    FEW_INVITED = "few_invited"
    UNDER_HALF = "under_half"
    HALF_OR_MORE = "half_or_more"
    THREE_QUARTERS_OR_MORE = "three_quarters_or_more"


class Coverage(StrEnum):
    """Whether the response rate is high enough for answers to stand for all who were invited."""

    UNKNOWN = "unknown"
    TOO_FEW = "too_few"
    THIN = "thin"
    FULL = "full"


def response_rate(complete: int, invited: int | None) -> float | None:
    """Return complete responses / invited (AAPOR RR1); None when nobody is known to be invited.

    Above 1 when more people used a unit's link than the register has.
    """
    return complete / invited if invited else None


def participation_band(complete: int, invited: int | None) -> Band:
    """Return the band of a response rate, for units with fewer than EXACT_FROM invited.

    FEW_INVITED, whatever the rate, with fewer than FEWEST_INVITED.
    """
    rate = response_rate(complete, invited)
    if rate is None or invited is None:
        return Band.UNKNOWN
    if invited < FEWEST_INVITED:
        return Band.FEW_INVITED
    if rate < 0.5:  # noqa: PLR2004 - the band's own name
        return Band.UNDER_HALF
    if rate < 0.75:  # noqa: PLR2004 - the band's own name
        return Band.HALF_OR_MORE
    return Band.THREE_QUARTERS_OR_MORE


def coverage(complete: int, invited: int | None) -> Coverage:
    """Return the standing of a response rate.

    TOO_FEW: no level is shown. THIN: shown with a mark. The limits are this project's own.
    """
    rate = response_rate(complete, invited)
    if rate is None:
        return Coverage.UNKNOWN
    if rate < TOO_FEW_BELOW:
        return Coverage.TOO_FEW
    return Coverage.THIN if rate < THIN_BELOW else Coverage.FULL
