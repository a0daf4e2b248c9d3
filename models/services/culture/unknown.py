"""The statements of a wave that many cannot answer."""

from dataclasses import dataclass
from typing import Final

from models.services.culture.results import ReleasedWave
from survey.asking.organisation import Unit
from survey.asking.question import Item
from survey.release.figure import HIDDEN, Figures

# From this percentage of "don't know" in the whole wave on.
MANY: Final = 20


@dataclass(frozen=True)
class Unknown:
    """A statement, and the percentage who do not know in the whole region and in a unit.

    own: None where the unit's share is hidden.
    """

    item: Item
    whole: int
    own: int | None


def often_unknown(release: ReleasedWave, figures: Figures, unit: Unit) -> tuple[Unknown, ...]:
    """The statements that MANY percent of the wave cannot answer, the least known first.

    figures: those of the region and the unit. Empty for a unit below the hospitals: what many do
    not know is for region and hospitals to see to.
    """
    if len(release.organisation.path(unit.id)) > 2:  # noqa: PLR2004 - the region and a hospital
        return ()
    unknown = [
        Unknown(item, share, figures.get((unit.id, "", item.id), HIDDEN).opted_out)
        for item in release.instrument.items
        if (share := figures.get((release.root.id, "", item.id), HIDDEN).opted_out) is not None
        and share >= MANY
    ]
    return tuple(sorted(unknown, key=lambda statement: -statement.whole))
