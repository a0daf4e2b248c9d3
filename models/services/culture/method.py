"""All that the page Bag kulturtallene shows, read in one call."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.access import Permission, Viewer, require
from models.services.culture.results import (
    ReleasedWave,
    all_releases,
    published_cells,
    release_of,
)
from models.services.culture.shares import Recommendation, recommendation
from models.storage import Db
from survey.asking.organisation import Unit
from survey.release.cells import CROSSING
from survey.release.figure import Figures, by_place


class MethodView(StrEnum):
    """The sides from which the foundation of a release is shown."""

    DRIVERS = "drivers"
    GROUPS = "groups"
    RELIABILITY = "reliability"
    RELEASE = "release"


@dataclass(frozen=True)
class MethodRequest:
    """A released wave, and from which side its foundation is to be shown."""

    wave_id: str
    view: MethodView


@dataclass(frozen=True, eq=False)
class CultureMethod:
    """The foundation of a released wave's figures.

    The rest is there in the view that shows it, and empty in the others. recommendation: of the
    whole region; None also when hidden or not asked. groups: measure -> the figures of the region
    and those directly under it, cut a second way.
    """

    release: ReleasedWave
    recommendation: Recommendation | None
    groups: Mapping[str, Figures]

    @property
    def rows(self) -> tuple[Unit, ...]:
        """The region and those directly under it, in the organisation's order."""
        release = self.release
        return tuple(map(release.organisation.unit, release.with_children(release.root.id)))


def culture_method(db: Db, request: MethodRequest, *, by: Viewer) -> CultureMethod:
    """All that the page behind the figures shows; raises InputError for a wave not released."""
    require(by, Permission.SEE_CULTURE)
    release = release_of(all_releases(db), request.wave_id)
    root_id = release.root.id
    recommended, groups = None, {}
    if request.view is MethodView.DRIVERS:
        figures = by_place(published_cells(db, release.wave.id, [root_id]))
        recommended = recommendation(figures, root_id, release.instrument)
    if request.view is MethodView.GROUPS:
        groups = _groups(db, release)
    return CultureMethod(release, recommended, groups)


def _groups(db: Db, release: ReleasedWave) -> dict[str, Figures]:
    ids = release.with_children(release.root.id)
    cells = published_cells(db, release.wave.id, ids, family=CROSSING)
    by_measure = cells.groupby("measure", sort=False)
    return {str(measure): by_place(of_measure) for measure, of_measure in by_measure}
