"""Counts of units by level; ranges of levels and hidden units are counted separately."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.access import Permission, Viewer, require
from models.services.culture.results import ReleasedWave
from models.storage import Db, releases
from survey.asking.organisation import Organisation


@dataclass(frozen=True)
class LevelCounts:
    """Units counted by level.

    spans: (lowest, highest level) -> number of units, lowest first. without: published, but no
    level, for under 30 % answered. hidden: the measure is not published there.
    """

    spans: Mapping[tuple[int, int], int]
    without: int
    hidden: int

    @property
    def units(self) -> int:
        """The number of units in all."""
        return sum(self.spans.values()) + self.without + self.hidden


# By kind of unit, uppermost first, and by measure.
LevelsBelow = Mapping[str, Mapping[str, LevelCounts]]


def kinds(organisation: Organisation, unit_id: str) -> dict[str, tuple[str, ...]]:
    """Kind -> ids of the units of that kind under a unit, uppermost kind first."""
    ids: dict[str, list[str]] = {}
    for below in organisation.subtree(unit_id)[1:]:
        ids.setdefault(organisation.unit(below).kind, []).append(below)
    depth = {kind: len(organisation.path(of_kind[0])) for kind, of_kind in ids.items()}
    return {kind: tuple(ids[kind]) for kind in sorted(ids, key=depth.__getitem__)}


def levels_below(db: Db, release: ReleasedWave, unit_id: str, *, by: Viewer) -> LevelsBelow:
    """The levels of all units under a unit, each kind by itself; empty for a lowest unit."""
    require(by, Permission.SEE_CULTURE)
    return {
        kind: _counts(db, release, ids)
        for kind, ids in kinds(release.organisation, unit_id).items()
    }


def _counts(db: Db, release: ReleasedWave, ids: tuple[str, ...]) -> dict[str, LevelCounts]:
    counts = releases.levels(db, release.wave.id, measures=release.measures, units=ids)
    return {
        measure: _level_counts(counts.get(measure, {}), len(ids)) for measure in release.measures
    }


def _level_counts(counts: Mapping[tuple[int, int] | None, int], units: int) -> LevelCounts:
    spans = {span: number for span, number in counts.items() if span is not None}
    return LevelCounts(spans, counts.get(None, 0), units - sum(counts.values()))
