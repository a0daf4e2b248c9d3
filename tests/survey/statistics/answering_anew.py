"""Sections whose people answer two waves, and never quite alike twice, for tests of arrows."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from survey.asking import instruments
from survey.scoring.scored_responses import INDEX
from survey.statistics.change import WaveBasis

DIMENSIONS = tuple(dimension.id for dimension in instruments.load("rik-30").dimensions)
MEASURES = (*DIMENSIONS, INDEX)
# Of the people in a section, all dimensions together; half of it is common to all dimensions.
SPREAD, IN_COMMON = 20.0, 0.5
# Sections differ by this share of the whole variance, and a dimension has this alpha over them all.
ICC, ALPHA = 0.08, 0.80


@dataclass(frozen=True, eq=False)
class TwoWaves:
    """The cells of two waves, and the basis of the variances of both."""

    before: pd.DataFrame
    after: pd.DataFrame
    basis: WaveBasis

    def of(self, unit_ids):
        """The cells of some units in both waves."""
        return tuple(wave[wave["unit_id"].isin(unit_ids)] for wave in (self.before, self.after))


def two_waves(sections, rate, *, seed, gain=0.0):
    """Everybody is as before but for the gain, in points; who answers is drawn anew each time."""
    random = np.random.default_rng(seed)
    staff = random.integers(8, 41, sections)
    total = SPREAD**2 / (1 - ICC)
    anew = (1 - ALPHA) * total
    people = (sections, 40, len(DIMENSIONS))
    lasting = SPREAD**2 - anew
    feels = 55 + np.sqrt(ICC * total) * random.normal(size=(sections, 1, 1))
    feels = feels + np.sqrt(IN_COMMON * lasting) * random.normal(size=(*people[:2], 1))
    feels = feels + np.sqrt((1 - IN_COMMON) * lasting) * random.normal(size=people)
    waves = []
    for more in (0.0, gain):
        answers = feels + more + np.sqrt(anew) * random.normal(size=people)
        waves.append(_cells(answers, staff, rate, random))
    share = 1 / len(DIMENSIONS)
    spread_of_index = lasting * (IN_COMMON + (1 - IN_COMMON) * share) + anew * share
    return TwoWaves(
        *waves,
        WaveBasis(
            sd=dict.fromkeys(DIMENSIONS, SPREAD) | {INDEX: float(np.sqrt(spread_of_index))},
            reliability=dict.fromkeys(DIMENSIONS, 1 - anew / SPREAD**2)
            | {INDEX: 1 - anew * share / spread_of_index},
            staff={str(at): float(size) for at, size in enumerate(staff)},
        ),
    )


def _cells(answers, staff, rate, random):
    n = np.maximum(np.round(rate * staff), 1).astype(int)
    employed = np.arange(answers.shape[1]) < staff[:, None]
    order = np.where(employed, random.random(employed.shape), 2.0).argsort(axis=1).argsort(axis=1)
    answered = (order < n[:, None])[..., None]
    means = (answers * answered).sum(axis=1) / n[:, None]
    means = np.column_stack([means, means.mean(axis=1)])
    rows = pd.DataFrame(np.round(means), columns=MEASURES).rename_axis("unit_id").stack()
    rows = rows.rename_axis(["unit_id", "measure"]).rename("mean").reset_index()
    people = n[rows["unit_id"].to_numpy()].astype(float)
    return rows.assign(unit_id=rows["unit_id"].astype(str), group="", n=people, n_eff=people)
