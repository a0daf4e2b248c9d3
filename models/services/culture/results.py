"""Released culture results as they are read: some units at a time, never everything."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services import questionnaires, units
from models.services.files.writing import harmless
from models.services.installation import invented
from models.storage import Db, releases
from models.storage.waves import all_waves
from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation, Unit
from survey.asking.wave import Wave
from survey.release.cells import FAMILY, FIGURES, KEYS
from survey.release.head import ReleaseHead
from survey.scoring.scored_responses import INDEX
from survey.statistics.change import WaveBasis
from survey.statistics.reliability import reliability_within


@dataclass(frozen=True, eq=False)
class ReleasedWave:
    """A wave, the head of its release, its units and its questionnaire; no cells."""

    wave: Wave
    head: ReleaseHead
    organisation: Organisation
    instrument: Instrument

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The index and the dimensions, in the order of the questionnaire."""
        return (INDEX, *(dimension.id for dimension in self.instrument.dimensions))

    @cached_property
    def ranked(self) -> frozenset[str]:
        """The measures by which units may be sorted and coloured: they tell units apart."""
        by = self.head.reliability
        return frozenset(by.loc[by["may_rank"].astype(bool), "dimension"].astype(str))

    @cached_property
    def reliability(self) -> Mapping[str, float]:
        """By measure the share of the variance within units that is not error; NaN unknown."""
        return reliability_within(self.head.reliability)

    def basis(self, measures: Collection[str], unit_ids: Collection[str]) -> WaveBasis:
        """The figures that the variances of these units' means are computed from."""
        return WaveBasis(
            sd={measure: self.statistic(measure, "sd_within") for measure in measures},
            reliability=self.reliability,
            staff={unit_id: self.organisation.unit(unit_id).staff for unit_id in unit_ids},
        )

    @property
    def root(self) -> Unit:
        """The whole region."""
        return self.organisation.root

    def statistic(self, dimension: str, name: str) -> float:
        """One figure of a dimension's reliability; NaN where it was not computed."""
        rows = self.head.reliability
        figures = rows.loc[rows["dimension"] == dimension, name].astype(float)
        return float(figures.iloc[0]) if len(figures) else float("nan")

    def answered(self, item_id: str) -> float | None:
        """Percentage of the dimension's respondents in the wave who answered an item.

        None where it was not computed.
        """
        rows = self.head.items
        if "answered" not in rows:
            return None
        percent = rows.loc[rows["item"] == item_id, "answered"].dropna()
        return float(percent.iloc[0]) if len(percent) else None

    def with_children(self, unit_id: str) -> tuple[str, ...]:
        """Ids of a unit and of those directly under it, in the organisation's order."""
        return (unit_id, *self.organisation.children(unit_id))


def released_waves(db: Db, *, by: Viewer) -> tuple[ReleasedWave, ...]:
    """Every released wave, the newest first."""
    require(by, Permission.SEE_OWN_CULTURE)
    return all_releases(db)


def all_releases(db: Db) -> tuple[ReleasedWave, ...]:
    """Every released wave, the newest first, for a service that has asked who it is."""
    by_id = {wave.id: wave for wave in all_waves(db)}
    newest_first = sorted(
        (
            ReleasedWave(
                by_id[head.wave_id],
                head,
                units.wave_organisation(db, head.wave_id),
                questionnaires.of_wave(db, by_id[head.wave_id]),
            )
            for head in releases.heads(db)
        ),
        key=lambda release: (release.wave.closes_on or date.min, release.wave.id),
        reverse=True,
    )
    return tuple(newest_first)


def release_of(waves: Sequence[ReleasedWave], wave_id: str) -> ReleasedWave:
    """The release of a wave; raises InputError when the wave is not among these."""
    for release in waves:
        if release.wave.id == wave_id:
            return release
    raise InputError("Undersøgelsen {wave} er ikke frigivet endnu.", wave=wave_id)


def earlier(waves: Sequence[ReleasedWave], release: ReleasedWave) -> ReleasedWave | None:
    """The newest release before this one that asked some of the same dimensions, or None.

    waves: the newest first.
    """
    after = [other.wave.id for other in waves].index(release.wave.id) + 1
    return next((other for other in waves[after:] if comparable(release, other)), None)


def comparable(release: ReleasedWave, other: ReleasedWave) -> tuple[str, ...]:
    """The dimensions that both waves asked in the very same words, in their order."""
    before, now = (_questions(wave.instrument) for wave in (other, release))
    return tuple(dimension for dimension in now if before.get(dimension) == now[dimension])


def _questions(instrument: Instrument) -> dict[str, list[tuple[object, ...]]]:
    """Return what each dimension asks, and how it is answered and counted."""
    return {
        dimension.id: [
            (item.id, item.wording, item.reverse, instrument.scale(item.scale).labels)
            for item in dimension.items
        ]
        for dimension in instrument.dimensions
    }


def published_cells(
    db: Db,
    wave_id: str,
    unit_ids: Collection[str],
    *,
    measures: Collection[str] | None = None,
    family: str = FAMILY,
) -> pd.DataFrame:
    """The published cells of these units, one row each: KEYS and FIGURES, as in the release.

    For a service that has asked who it is, and whose units it may see.
    """
    return releases.cells(db, wave_id, family=family, units=unit_ids, measures=measures)


def published_csv(
    db: Db, wave_id: str, unit_ids: Collection[str], *, family: str = FAMILY, by: Viewer
) -> bytes:
    """The published cells of these units as a CSV file; what is hidden is not in it."""
    require(by, Permission.SEE_CULTURE)
    return cells_as_csv(published_cells(db, wave_id, unit_ids, family=family), invented(db))


def cells_as_csv(cells: pd.DataFrame, invented_mark: str | None) -> bytes:
    """Cells as a CSV file: KEYS and FIGURES, and a column with the mark when they are invented."""
    # Their texts come from files of others; a spreadsheet would compute one that begins with =.
    texts = cells[list(KEYS)].map(harmless)
    columns = pd.concat([texts, cells[list(FIGURES)]], axis=1)
    if invented_mark:
        columns = columns.assign(invented=invented_mark)
    return columns.to_csv(index=False, lineterminator="\n", float_format="%.0f").encode()
