"""How many of those asked have answered, told so that nobody in a small unit is pointed at."""

from enum import StrEnum

# Below this many invited, a rate tells who has not answered; a band is shown instead.
EXACT_FROM = 10
# Below these response rates a result is shown as thin, and none of its levels is.
THIN_BELOW = 0.5
TOO_FEW_BELOW = 0.3


class Band(StrEnum):
    """A response rate, coarsely."""

    UNKNOWN = "unknown"
    UNDER_HALF = "under_half"
    HALF_OR_MORE = "half_or_more"
    THREE_QUARTERS_OR_MORE = "three_quarters_or_more"


class Coverage(StrEnum):
    """How far those who answered may speak for all who were invited."""

    UNKNOWN = "unknown"
    TOO_FEW = "too_few"
    THIN = "thin"
    FULL = "full"


def response_rate(complete: int, invited: int | None) -> float | None:
    """Complete responses / invited (AAPOR RR1), 0 to 1; None when nobody is known to be invited.

    It passes 1 when a unit's link was used by more people than the register knows.
    """
    return complete / invited if invited else None


def participation_band(complete: int, invited: int | None) -> Band:
    """The band of a response rate; what is shown for units with fewer than EXACT_FROM invited."""
    rate = response_rate(complete, invited)
    if rate is None:
        return Band.UNKNOWN
    if rate < 0.5:  # noqa: PLR2004 - the band's own name
        return Band.UNDER_HALF
    if rate < 0.75:  # noqa: PLR2004 - the band's own name
        return Band.HALF_OR_MORE
    return Band.THREE_QUARTERS_OR_MORE


def coverage(complete: int, invited: int | None) -> Coverage:
    """TOO_FEW: no level is said. THIN: shown with a mark. The limits are this project's own."""
    rate = response_rate(complete, invited)
    if rate is None:
        return Coverage.UNKNOWN
    if rate < TOO_FEW_BELOW:
        return Coverage.TOO_FEW
    return Coverage.THIN if rate < THIN_BELOW else Coverage.FULL
