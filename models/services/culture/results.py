"""Released culture results as they are read: some units at a time, never everything."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas as pd

from models.services.waves.answering import wave
from models.storage import Db
from models.storage import releases as kept
from survey.asking import instruments
from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation
from survey.asking.wave import Wave
from survey.release.cells import FAMILY, FIGURES, KEYS
from survey.release.head import ReleaseHead
from survey.scoring.scored_responses import INDEX


@dataclass(frozen=True, eq=False)
class Released:
    """A wave and what its release says of itself; the cells stay where they are until asked for."""

    wave: Wave
    head: ReleaseHead

    @cached_property
    def instrument(self) -> Instrument:
        """What was asked."""
        return instruments.load(self.wave.instrument_id)

    @cached_property
    def measures(self) -> tuple[str, ...]:
        """The index and the dimensions, in the order of the questionnaire."""
        return (INDEX, *(dimension.id for dimension in self.instrument.dimensions))

    @cached_property
    def ranked(self) -> frozenset[str]:
        """The measures by which units may be sorted and coloured: they tell them apart."""
        by = self.head.reliability
        return frozenset(by.loc[by["may_rank"].astype(bool), "dimension"].astype(str))

    def statistic(self, dimension: str, name: str) -> float:
        """One figure of a dimension's reliability; NaN where it was not computed."""
        rows = self.head.reliability
        found = rows.loc[rows["dimension"] == dimension, name].astype(float)
        return float(found.iloc[0]) if len(found) else float("nan")


def released(db: Db) -> tuple[Released, ...]:
    """Every released wave, the newest first."""
    found = [Released(wave(db, head.wave_id), head) for head in kept.heads(db)]
    found.sort(key=lambda one: (one.wave.closes_on or date.min, one.wave.id), reverse=True)
    return tuple(found)


def earlier(releases: Sequence[Released], one: Released) -> Released | None:
    """The release before this one, if the same dimensions were asked; None when there is none.

    releases: the newest first.
    """
    after = [other.wave.id for other in releases].index(one.wave.id) + 1
    return next((other for other in releases[after:] if comparable(one, other)), None)


def comparable(one: Released, other: Released) -> tuple[str, ...]:
    """The dimensions that both waves asked with the very same items, in their order."""
    asked = {d.id: [item.id for item in d.items] for d in other.instrument.dimensions}
    return tuple(
        d.id for d in one.instrument.dimensions if asked.get(d.id) == [i.id for i in d.items]
    )


def with_children(organisation: Organisation, unit_id: str) -> tuple[str, ...]:
    """Ids of a unit and of those directly under it, in the organisation's order."""
    return (unit_id, *organisation.children(unit_id))


def published(
    db: Db,
    wave_id: str,
    unit_ids: Collection[str],
    *,
    measures: Collection[str] | None = None,
    family: str = FAMILY,
) -> pd.DataFrame:
    """The published cells of these units, one row each: KEYS and FIGURES, as in the release."""
    return kept.cells(db, wave_id, family=family, units=unit_ids, measures=measures)


def as_file(cells: pd.DataFrame, invented: str | None) -> bytes:
    """Cells as a CSV file: KEYS and FIGURES, and a column that says so when they are invented."""
    shown = cells[[*KEYS, *FIGURES]]
    if invented:
        shown = shown.assign(invented=invented)
    return shown.to_csv(index=False, lineterminator="\n", float_format="%.0f").encode()
