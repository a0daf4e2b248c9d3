"""The fewest people behind what discloses more than a mean: shares, distributions and comments."""

from typing import Final

SMALLEST: Final = 10


def detail_threshold(smallest_group: int) -> int:
    """Return the fewest people behind a share, a distribution or a comment: 2k, at least ten.

    smallest_group: k of the wave. A share of all or of none tells what each person answered, and
    words betray their writer, so both need more people than a mean.
    """
    return max(2 * smallest_group, SMALLEST)
