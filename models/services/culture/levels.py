"""How many units stand at which level, the ranges and the hidden ones counted as what they are."""

from collections.abc import Mapping
from dataclasses import dataclass

from models.services.culture.results import Released
from models.storage import Db
from models.storage import releases as kept
from survey.asking.organisation import Organisation


@dataclass(frozen=True)
class Levels:
    """Units counted.

    spans: (lowest, highest level) -> how many, lowest first. without: published, but no level, for
    under 30 % answered. hidden: not published.
    """

    spans: Mapping[tuple[int, int], int]
    without: int
    hidden: int

    @property
    def units(self) -> int:
        """How many units there are in all."""
        return sum(self.spans.values()) + self.without + self.hidden


def kinds(organisation: Organisation, unit_id: str) -> dict[str, tuple[str, ...]]:
    """Kind -> ids of the units of that kind under a unit, uppermost kind first."""
    found: dict[str, list[str]] = {}
    for one in organisation.below(unit_id)[1:]:
        found.setdefault(organisation.unit(one).kind, []).append(one)
    depth = {kind: len(organisation.path(ids[0])) for kind, ids in found.items()}
    return {kind: tuple(found[kind]) for kind in sorted(found, key=depth.__getitem__)}


def levels(db: Db, one: Released, unit_ids: tuple[str, ...], measure: str) -> Levels:
    """These units' levels in a measure."""
    spans = kept.levels(db, one.wave.id, measure, units=unit_ids)
    shown = sum(unit_id in one.head.published for unit_id in unit_ids)
    return Levels(spans, max(shown - sum(spans.values()), 0), len(unit_ids) - shown)
