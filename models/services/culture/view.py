"""All that the page Innovationskultur shows, read in one call."""

from dataclasses import dataclass
from enum import StrEnum

from models.access import Permission, Viewer, require
from models.services.culture.actions import Planned, share_with_plan
from models.services.culture.change import Development, development
from models.services.culture.level_gate import HeldBack, gate_of
from models.services.culture.levels import LevelsBelow, levels_below
from models.services.culture.map import CultureMap, UnitFigures, culture_map, unit_figures
from models.services.culture.results import (
    ReleasedWave,
    all_releases,
    earlier,
    published_cells,
    release_of,
)
from models.services.culture.shares import Stage, funnel
from models.services.culture.unknown import Unknown, often_unknown
from models.storage import Db
from survey.asking.organisation import Unit
from survey.release.figure import Figures, by_place


class View(StrEnum):
    """The sides from which a unit's result is shown."""

    MAP = "map"
    LEVELS = "levels"
    CHANGE = "change"
    FUNNEL = "funnel"
    PARTICIPATION = "participation"
    COMMENTS = "comments"


@dataclass(frozen=True)
class CultureRequest:
    """A unit in a released wave, and from which side it is to be shown."""

    wave_id: str
    unit_id: str
    view: View


@dataclass(frozen=True, eq=False)
class CultureView:
    """All that the leadership's page shows of a unit in a released wave.

    own: the unit's own figures. gate: what holds its index below its cut, None when nothing does.
    planned: of the unit and those anywhere under it.
    The rest is there in the view that shows it, and empty in the others. map: of the unit and those
    directly under it; figures: every published measure of these, to be opened. levels: of the units
    under it. development: of the region, the unit and those directly under it; None also without an
    earlier wave to compare with. stages: from idea to use. unknown: beside the map, what many in
    the wave cannot answer.
    """

    release: ReleasedWave
    unit: Unit
    own: UnitFigures
    gate: HeldBack | None
    planned: Planned
    map: CultureMap | None = None
    figures: Figures | None = None
    levels: LevelsBelow | None = None
    development: Development | None = None
    stages: tuple[Stage, ...] = ()
    unknown: tuple[Unknown, ...] = ()

    @property
    def rows(self) -> tuple[Unit, ...]:
        """The unit and those directly under it, in the organisation's order."""
        organisation = self.release.organisation
        return tuple(map(organisation.unit, self.release.with_children(self.unit.id)))

    @property
    def parents(self) -> frozenset[str]:
        """Ids of those rows that have units of their own."""
        organisation = self.release.organisation
        return frozenset(unit.id for unit in self.rows if organisation.children(unit.id))


def culture_view(db: Db, request: CultureRequest, *, by: Viewer) -> CultureView:
    """All that the culture page shows of a unit.

    Raises UnitUnknown for a unit that was not there when the wave opened, InputError for a wave
    that is not released.
    """
    require(by, Permission.SEE_CULTURE)
    waves = all_releases(db)
    release = release_of(waves, request.wave_id)
    unit = release.organisation.unit(request.unit_id)
    figures = _figures(db, release, request)
    own = unit_figures(release, figures, unit.id)
    shows_map = request.view in {View.MAP, View.PARTICIPATION}
    return CultureView(
        release=release,
        unit=unit,
        own=own,
        gate=gate_of(own.figures, release.instrument),
        planned=share_with_plan(db, release, unit.id, by=by),
        map=culture_map(release, figures, unit.id) if shows_map else None,
        figures=figures if request.view is View.MAP else None,
        levels=levels_below(db, release, unit.id, by=by) if request.view is View.LEVELS else None,
        development=_development(db, waves, release, request, by),
        unknown=often_unknown(release, figures, unit) if request.view is View.MAP else (),
        stages=funnel(release, figures, unit) if request.view is View.FUNNEL else (),
    )


def _figures(db: Db, release: ReleasedWave, request: CultureRequest) -> Figures:
    """The figures of the region, the unit and others that the view shows, in one read."""
    unit_ids = {release.root.id, request.unit_id}
    if request.view in {View.MAP, View.PARTICIPATION}:
        unit_ids.update(release.with_children(request.unit_id))
    # The questions behind a figure are six times as many as the figures of the map.
    every_measure = request.view in {View.MAP, View.FUNNEL}
    measures = None if every_measure else release.measures
    return by_place(published_cells(db, release.wave.id, unit_ids, measures=measures))


def _development(
    db: Db,
    waves: tuple[ReleasedWave, ...],
    release: ReleasedWave,
    request: CultureRequest,
    by: Viewer,
) -> Development | None:
    before = earlier(waves, release) if request.view is View.CHANGE else None
    if before is None:
        return None
    unit_ids = {release.root.id, *release.with_children(request.unit_id)}
    return development(db, release, before, unit_ids, by=by)
