"""The tree of units that answers are counted for."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from survey.errors import SurveyError


class OrganisationBroken(SurveyError):
    """The units do not form one tree."""


class UnitUnknown(SurveyError):
    """There is no unit of that id in the organisation."""


@dataclass(frozen=True)
class Unit:
    """A part of the region. `kind` is its level, e.g. "hospital"; `staff` None: unknown."""

    id: str
    parent_id: str | None
    name: str
    kind: str
    staff: int | None = None


@dataclass(frozen=True)
class Organisation:
    """All units as one tree; `join_units` builds it and raises when they form none."""

    root: Unit
    units: tuple[Unit, ...]
    _by_id: Mapping[str, Unit] = field(repr=False, compare=False)
    _children: Mapping[str, tuple[str, ...]] = field(repr=False, compare=False)

    def unit(self, unit_id: str) -> Unit:
        """Return the unit with an id; raises UnitUnknown."""
        if unit_id not in self._by_id:
            raise UnitUnknown("Enheden {unit} findes ikke i organisationen.", unit=unit_id)
        return self._by_id[unit_id]

    def children(self, unit_id: str) -> tuple[str, ...]:
        """Return the ids of the units directly under a unit, in the order of `units`."""
        return self._children.get(self.unit(unit_id).id, ())

    def path(self, unit_id: str) -> tuple[Unit, ...]:
        """Return the units from the root down to the unit itself."""
        upwards = [self.unit(unit_id)]
        while (parent_id := upwards[-1].parent_id) is not None:
            upwards.append(self._by_id[parent_id])
        return tuple(reversed(upwards))

    def subtree(self, unit_id: str) -> tuple[str, ...]:
        """Return the ids of a unit, itself first, and of all below it; parents before children."""
        unit_ids, waiting = [], [self.unit(unit_id).id]
        while waiting:
            unit_ids.append(waiting.pop())
            # Reversed, since the last of the stack comes next: children keep their order.
            waiting.extend(reversed(self._children.get(unit_ids[-1], ())))
        return tuple(unit_ids)


def join_units(units: Iterable[Unit]) -> Organisation:
    """Join units into one tree; raises OrganisationBroken naming the unit that does not fit."""
    units = tuple(units)
    by_id = {unit.id: unit for unit in units}
    _require_unique(units)
    _require_parents(units, by_id)
    _require_no_loop(by_id)
    children: dict[str, list[str]] = defaultdict(list)
    for unit in units:
        if unit.parent_id is not None:
            children[unit.parent_id].append(unit.id)
    child_ids = {parent_id: tuple(ids) for parent_id, ids in children.items()}
    return Organisation(_only_root(units), units, by_id, child_ids)


def _require_unique(units: tuple[Unit, ...]) -> None:
    for unit_id, times in Counter(unit.id for unit in units).items():
        if times > 1:
            raise OrganisationBroken("Enheden {unit} står der mere end én gang.", unit=unit_id)


def _require_parents(units: tuple[Unit, ...], by_id: Mapping[str, Unit]) -> None:
    for unit in units:
        if unit.parent_id is not None and unit.parent_id not in by_id:
            raise OrganisationBroken(
                "Enheden {unit} hører under {parent}, som ikke findes.",
                unit=unit.id,
                parent=unit.parent_id,
            )


def _require_no_loop(by_id: Mapping[str, Unit]) -> None:
    ends_well: set[str | None] = {None}
    for unit_id in by_id:
        climbed: dict[str, None] = {}
        at: str | None = unit_id
        while at is not None and at not in ends_well:
            if at in climbed:
                raise OrganisationBroken("Enheden {unit} hører under sig selv.", unit=at)
            climbed[at] = None
            at = by_id[at].parent_id
        ends_well.update(climbed)


def _only_root(units: tuple[Unit, ...]) -> Unit:
    roots = [unit for unit in units if unit.parent_id is None]
    if not roots:
        raise OrganisationBroken("Der er ingen enheder, og derfor ingen, der står øverst.")
    if len(roots) > 1:
        raise OrganisationBroken(
            "Både {first} og {second} står øverst: kun én enhed må være uden overordnet enhed.",
            first=roots[0].id,
            second=roots[1].id,
        )
    return roots[0]
