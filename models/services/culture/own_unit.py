"""A unit's own result: read from the release by the unit, never from answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan

import pandas as pd

from models.report.own_culture.own_culture import Beside, Change, OwnCulture, Statement, Topic
from models.report.own_culture.talking_points import talking_points
from models.services.culture import actions, results
from models.services.culture.level_gate import gate_of
from models.services.culture.results import ReleasedWave
from models.storage import Db
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


def view(db: Db, unit_id: str, *, wave_id: str | None = None) -> OwnCulture | None:
    """A wave as a unit may see it, the newest by default; None when it is not released.

    Raises UnitUnknown for a unit that was not there when the wave opened.
    """
    releases = results.released_waves(db)
    one = next((one for one in releases if wave_id in (None, one.wave.id)), None)
    if one is None:
        return None
    tree = one.organisation
    path = tree.path(unit_id)
    shown = next((unit for unit in reversed(path) if unit.id in one.head.published), None)
    hospital = path[1] if shown is not None and shown not in path[:2] else None
    figures = _figures(db, one, shown=shown, hospital=hospital, region=tree.root)
    before = results.earlier(releases, one) if shown is not None else None
    moves = _Moves(before, {}, regrouped=False)
    if before is not None and shown is not None:
        moves = _moves(db, before, one, shown=shown, then=before.organisation, now=tree)
    return _culture(db, one, path[-1], figures, moves)


@dataclass(frozen=True, eq=False)
class _Figures:
    """The released cells of the unit and of those it stands beside, by unit and measure."""

    shown: Unit | None
    hospital: Unit | None
    region: Unit
    asked: frozenset[str]
    figures: Figures
    stands: pd.Series

    def beside(self, measure: str) -> Beside:
        own, above, whole = (
            self._at(unit, measure) for unit in (self.shown, self.hospital, self.region)
        )
        return Beside(own, above, whole, int(self.stands.get(measure, 0)))

    def of_unit(self) -> dict[str, Figure]:
        """The figures of the unit whose result it is, by measure."""
        own = self.shown.id if self.shown else None
        return {measure: cell for (unit_id, _g, measure), cell in self.figures.items()
                if unit_id == own}  # fmt: skip

    def _at(self, unit: Unit | None, measure: str) -> Figure:
        if unit is None:
            return Figure(why=WhyHidden.NO_WHOLE)
        return figure_at(
            self.figures, unit.id, measure, root_id=self.region.id, measures=self.asked
        )


def _figures(
    db: Db, one: ReleasedWave, *, shown: Unit | None, hospital: Unit | None, region: Unit
) -> _Figures:
    ids = {unit.id for unit in (shown, hospital, region) if unit is not None}
    read = results.published_cells(db, one.wave.id, ids)
    figures = by_place(read)
    asked = frozenset((*one.measures, *(item.id for item in one.instrument.items)))
    stands = pd.Series(dtype="int64")
    if shown is not None and shown != region:
        dimensions = [dimension.id for dimension in one.instrument.dimensions]
        read = read[read["measure"].isin(dimensions)].set_index("measure")
        own, whole = (read[read["unit_id"] == unit.id] for unit in (shown, region))
        stands = contrasts(own, whole)
    return _Figures(shown, hospital, region, asked, figures, stands)


@dataclass(frozen=True, eq=False)
class _Moves:
    """What has changed since the wave before, by measure."""

    before: ReleasedWave | None
    changes: Mapping[str, Change]
    regrouped: bool


def _moves(
    db: Db,
    before: ReleasedWave,
    one: ReleasedWave,
    *,
    shown: Unit,
    then: Organisation,
    now: Organisation,
) -> _Moves:
    mapped = _mapped(then, now, shown.id)
    if not mapped:
        return _Moves(before, {}, regrouped=True)
    same = results.comparable(one, before)
    measures = same if len(same) < len(one.instrument.dimensions) else (*same, INDEX)
    found = change.changes(
        results.published_cells(db, before.wave.id, {shown.id}, measures=measures),
        results.published_cells(db, one.wave.id, {shown.id}, measures=measures),
        sd={measure: one.statistic(measure, "sd_within") for measure in measures},
        staff_before={shown.id: then.unit(shown.id).staff},
        staff_after={shown.id: shown.staff},
        mapped=mapped,
    )
    told = {
        str(row["measure"]): Change(
            row["before"], row["difference"], row["low"], row["high"], int(row["arrow"])
        )
        for row in found.to_dict("records")
    }
    return _Moves(before, told, regrouped=False)


def _mapped(then: Organisation, now: Organisation, unit_id: str) -> frozenset[str]:
    """The unit alone when it is the same in both trees; only what is around it is looked at."""
    if not was_there(then, unit_id):
        return frozenset()
    return change.mapped_units(_around(then, unit_id), _around(now, unit_id)) & {unit_id}


def _around(tree: Organisation, unit_id: str) -> Organisation:
    below = (tree.unit(one) for one in tree.below(unit_id)[1:])
    return join_units((*tree.path(unit_id), *below))


def _culture(db: Db, one: ReleasedWave, unit: Unit, figures: _Figures, moves: _Moves) -> OwnCulture:
    shown, instrument = figures.shown, one.instrument
    topics = tuple(_topic(one, d, figures, moves) for d in instrument.dimensions)
    index = figures.beside(INDEX)
    answered = _answered(index, topics)
    held_back = gate_of(figures.of_unit(), instrument)
    staff = shown.staff if shown else None
    return OwnCulture(
        wave=one.wave,
        released_on=one.head.released_on,
        instrument=instrument,
        unit=unit,
        shown=shown,
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
        detectable=_detectable(one, index.own, INDEX, staff),
        talking_points=talking_points(topics),
        agreed=actions.newest(db, one.wave.id, unit.id),
    )


def _topic(one: ReleasedWave, dimension: Dimension, figures: _Figures, moves: _Moves) -> Topic:
    beside = figures.beside(dimension.id)
    staff = figures.shown.staff if figures.shown else None
    return Topic(
        dimension=dimension,
        beside=beside,
        statements=tuple(
            Statement(item, dimension, figures.beside(item.id)) for item in dimension.items
        ),
        change=moves.changes.get(dimension.id),
        detectable=_detectable(one, beside.own, dimension.id, staff),
        spread=_spread(one, dimension.id),
    )


def _answered(index: Beside, topics: Sequence[Topic]) -> int:
    if index.own.n is not None:
        return index.own.n
    return max((topic.beside.own.n or 0 for topic in topics), default=0)


def _spread(one: ReleasedWave, measure: str) -> float | None:
    found = one.statistic(measure, "sd_within")
    return None if isnan(found) else found


def _detectable(one: ReleasedWave, own: Figure, measure: str, staff: int | None) -> float | None:
    spread = _spread(one, measure)
    if own.n is None or spread is None:
        return None
    people = nan if staff is None else staff
    return float(smallest_detectable_change(sd=spread, n=own.n_eff or own.n, staff=people))
