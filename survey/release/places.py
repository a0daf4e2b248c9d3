"""The places of a wave whose figures are published together."""

from collections.abc import Mapping
from dataclasses import dataclass

from survey.disclosure.choosing.crossing_pattern import CrossCell

# By measure, the units with a figure of it.
UnitsByMeasure = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Places:
    """The places of each measure.

    means: measure -> units with its mean, each on k people or more; where the index stands, so does
    every dimension. statements: dimension -> those of its units with the means of its items.
    shares: measure -> those of its units with shares, each on share_k or more.
    opt_outs: dimension -> those with statements and the shares that opted out of them.
    extras: other question -> units with its mean or share, each on share_k or more.
    crossing: measure -> (hospital or root, group) with a mean, each on k or more; the index again
    only beside every dimension.
    """

    means: UnitsByMeasure
    statements: UnitsByMeasure
    shares: UnitsByMeasure
    opt_outs: UnitsByMeasure
    extras: UnitsByMeasure
    crossing: Mapping[str, frozenset[CrossCell]]

    @property
    def units(self) -> frozenset[str]:
        """Every unit with the mean of one measure or more."""
        return frozenset[str]().union(*self.means.values())
