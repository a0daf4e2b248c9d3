"""A unit's own result: read from the release by the unit, never from answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan

import pandas as pd

from models.access import Permission, Viewer, require
from models.agreed_action import AgreedAction
from models.report.own_culture.own_culture import (
    Change,
    ComparedFigures,
    OwnCulture,
    Statement,
    Topic,
)
from models.report.own_culture.talking_points import talking_points
from models.services import units
from models.services.culture import actions, results
from models.services.culture.level_gate import gate_of
from models.services.culture.results import ReleasedWave
from models.storage import Db
from models.wording.movement import movement
from survey.asking.organisation import Organisation, Unit, UnitUnknown, join_units
from survey.asking.participation import coverage
from survey.asking.question import Dimension
from survey.release.figure import Figure, Figures, WhyHidden, by_place, figure_at
from survey.scoring.scored_responses import INDEX
from survey.statistics import change
from survey.statistics.contrast import contrasts
from survey.statistics.precision import smallest_detectable_change


def was_there(tree: Organisation, unit_id: str) -> bool:
    """Whether a unit stood in a wave's organisation."""
    try:
        return bool(tree.unit(unit_id))
    except UnitUnknown:
        return False


def view(db: Db, unit_id: str, *, wave_id: str | None = None, by: Viewer) -> OwnCulture | None:
    """A wave as a unit may see it, the newest by default; None when it is not released.

    Raises UnitUnknown for a unit that was not there when the wave opened, Refused for a unit that
    is not within the viewer's reach.
    """
    require(by, Permission.SEE_OWN_CULTURE)
    releases = results.all_releases(db)
    release = next((release for release in releases if wave_id in (None, release.wave.id)), None)
    if release is None:
        return None
    tree = release.organisation
    units.require_within_reach(by, tree, unit_id)
    path = tree.path(unit_id)
    published_unit = next(
        (unit for unit in reversed(path) if unit.id in release.head.published), None
    )
    hospital = path[1] if published_unit is not None and published_unit not in path[:2] else None
    figures = _figures(
        db, release, published_unit=published_unit, hospital=hospital, region=tree.root
    )
    before = results.earlier(releases, release) if published_unit is not None else None
    moves = _Moves(before, {}, regrouped=False)
    if before is not None and published_unit is not None:
        moves = _moves(
            db, before, release, published_unit=published_unit, then=before.organisation, now=tree
        )
    agreed = actions.newest(db, release.wave.id, unit_id, by=by)
    return _culture(release, path[-1], figures, moves, agreed)


@dataclass(frozen=True, eq=False)
class _Figures:
    """The released figures of the unit, its hospital and the region, by unit and measure."""

    published_unit: Unit | None
    hospital: Unit | None
    region: Unit
    measures: frozenset[str]
    figures: Figures
    contrasts: pd.Series

    def compared(self, measure: str, dimension: str = "") -> ComparedFigures:
        """The figures of a measure, or of an item in a dimension."""
        own, above, whole = (
            self._at(unit, measure, dimension)
            for unit in (self.published_unit, self.hospital, self.region)
        )
        return ComparedFigures(own, above, whole, int(self.contrasts.get(measure, 0)))

    def of_unit(self) -> dict[str, Figure]:
        """The figures of the unit whose result it is, by measure."""
        own = self.published_unit.id if self.published_unit else None
        return {measure: figure for (unit_id, _g, measure), figure in self.figures.items()
                if unit_id == own}  # fmt: skip

    def _at(self, unit: Unit | None, measure: str, dimension: str) -> Figure:
        if unit is None:
            return Figure(why=WhyHidden.NO_WHOLE)
        return figure_at(
            self.figures,
            unit.id,
            measure,
            root_id=self.region.id,
            measures=self.measures,
            dimension=dimension,
        )


def _figures(
    db: Db,
    release: ReleasedWave,
    *,
    published_unit: Unit | None,
    hospital: Unit | None,
    region: Unit,
) -> _Figures:
    ids = {unit.id for unit in (published_unit, hospital, region) if unit is not None}
    cells = results.published_cells(db, release.wave.id, ids)
    figures = by_place(cells)
    measures = frozenset((*release.measures, *(item.id for item in release.instrument.items)))
    surely_apart = pd.Series(dtype="int64")
    if published_unit is not None and published_unit != region:
        dimensions = [dimension.id for dimension in release.instrument.dimensions]
        of_dimensions = cells[cells["measure"].isin(dimensions)].set_index("measure")
        own, whole = (
            of_dimensions[of_dimensions["unit_id"] == unit.id] for unit in (published_unit, region)
        )
        surely_apart = contrasts(own, whole)
    return _Figures(published_unit, hospital, region, measures, figures, surely_apart)


@dataclass(frozen=True, eq=False)
class _Moves:
    """The changes since the wave before, by measure."""

    before: ReleasedWave | None
    changes: Mapping[str, Change]
    regrouped: bool


def _moves(
    db: Db,
    before: ReleasedWave,
    release: ReleasedWave,
    *,
    published_unit: Unit,
    then: Organisation,
    now: Organisation,
) -> _Moves:
    mapped = _mapped(then, now, published_unit.id)
    if not mapped:
        return _Moves(before, {}, regrouped=True)
    same = results.comparable(release, before)
    measures = same if len(same) < len(release.instrument.dimensions) else (*same, INDEX)
    rows = change.changes(
        results.published_cells(db, before.wave.id, {published_unit.id}, measures=measures),
        results.published_cells(db, release.wave.id, {published_unit.id}, measures=measures),
        basis_before=before.basis(measures, {published_unit.id}),
        basis_after=release.basis(measures, {published_unit.id}),
        mapped=mapped,
    )
    changes = {
        str(row["measure"]): Change(
            row["before"],
            row["difference"],
            row["low"],
            row["high"],
            movement(row["difference"], arrow=row["arrow"], significant=row["significant"]),
        )
        for row in rows.to_dict("records")
    }
    return _Moves(before, changes, regrouped=False)


def _mapped(then: Organisation, now: Organisation, unit_id: str) -> frozenset[str]:
    """The unit alone when it is the same in both trees; only what is around it is looked at."""
    if not was_there(then, unit_id):
        return frozenset()
    return change.mapped_units(_around(then, unit_id), _around(now, unit_id)) & {unit_id}


def _around(tree: Organisation, unit_id: str) -> Organisation:
    below = (tree.unit(below_id) for below_id in tree.subtree(unit_id)[1:])
    return join_units((*tree.path(unit_id), *below))


def _culture(
    release: ReleasedWave,
    unit: Unit,
    figures: _Figures,
    moves: _Moves,
    agreed: AgreedAction | None,
) -> OwnCulture:
    published_unit, instrument = figures.published_unit, release.instrument
    topics = tuple(_topic(release, d, figures, moves) for d in instrument.dimensions)
    index = figures.compared(INDEX)
    answered = _answered(index, topics)
    held_back = gate_of(figures.of_unit(), instrument)
    staff = published_unit.staff if published_unit else None
    return OwnCulture(
        wave=release.wave,
        released_on=release.head.released_on,
        instrument=instrument,
        unit=unit,
        published_unit=published_unit,
        hospital=figures.hospital,
        region=figures.region,
        index=index,
        gate=held_back.gate if held_back else None,
        topics=topics,
        staff=staff,
        answered=answered,
        coverage=coverage(answered, staff),
        index_change=moves.changes.get(INDEX),
        before=moves.before.wave if moves.before else None,
        regrouped=moves.regrouped,
        detectable=_detectable(release, index.own, INDEX, staff),
        talking_points=talking_points(topics),
        agreed=agreed,
    )


def _topic(release: ReleasedWave, dimension: Dimension, figures: _Figures, moves: _Moves) -> Topic:
    compared = figures.compared(dimension.id)
    staff = figures.published_unit.staff if figures.published_unit else None
    return Topic(
        dimension=dimension,
        figures=compared,
        statements=tuple(
            Statement(
                item, dimension, figures.compared(item.id, dimension.id), release.answered(item.id)
            )
            for item in dimension.items
        ),
        change=moves.changes.get(dimension.id),
        detectable=_detectable(release, compared.own, dimension.id, staff),
        spread=_spread(release, dimension.id),
    )


def _answered(index: ComparedFigures, topics: Sequence[Topic]) -> int:
    if index.own.n is not None:
        return index.own.n
    return max((topic.figures.own.n or 0 for topic in topics), default=0)


def _spread(release: ReleasedWave, measure: str) -> float | None:
    spread = release.statistic(measure, "sd_within")
    return None if isnan(spread) else spread


def _detectable(
    release: ReleasedWave, own: Figure, measure: str, staff: int | None
) -> float | None:
    spread = _spread(release, measure)
    if own.n is None or spread is None:
        return None
    people = nan if staff is None else staff
    change_seen = smallest_detectable_change(
        sd=spread,
        n=own.n_eff or own.n,
        staff=people,
        reliability=release.reliability.get(measure, nan),
    )
    return float(change_seen)
