"""The kinds of findings that an attack on a release returns."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Kind(StrEnum):
    """The kind of a finding. Every size but UNCODED's is a number of people.

    SMALL: a cell on too few. REMAINDER: a cell less those below it, in one family.
    JOINT: people of a unit less those of its crossing cells. CONTRADICTION: fewer than none are
    left, so the figures are not of one release. ITEM: an item on other people than its dimension.
    DOMINATED: a mean whose n_eff is too small although its n is not.
    UNCOUNTED: a figure without a number of people. UNCODED: a figure that is not whole or is
    beyond what a release writes; its size is the figure. STRANGER: a unit that is not in the tree,
    or an unknown family. REPEATED: a row that is there already.
    FOREIGN: a column that is not of a release; its name is in `measure`.
    """

    SMALL = "small"
    REMAINDER = "remainder"
    JOINT = "joint"
    CONTRADICTION = "contradiction"
    ITEM = "item"
    DOMINATED = "dominated"
    UNCOUNTED = "uncounted"
    UNCODED = "uncoded"
    STRANGER = "stranger"
    REPEATED = "repeated"
    FOREIGN = "foreign"


class Finding(NamedTuple):
    """Something that should not follow from a release; see Kind for what `size` is."""

    kind: Kind
    unit_id: str
    group: str
    measure: str
    size: float


def of_each(
    kind: Kind, rows: pd.DataFrame, sizes: "pd.Series[float] | NDArray[np.float64] | float" = 0
) -> Iterator[Finding]:
    """Return one finding per row of unit_id, group and measure; sizes: one number per row."""
    if rows.empty:
        return
    by_row = np.broadcast_to(np.asarray(sizes, dtype=float), len(rows)).tolist()
    keys = (rows[key] for key in ("unit_id", "group", "measure"))
    for unit_id, group, measure, size in zip(*keys, by_row, strict=True):
        yield Finding(kind, unit_id, group, measure, size)
