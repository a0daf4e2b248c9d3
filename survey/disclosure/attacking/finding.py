"""What an attack on a release may find."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class Kind(StrEnum):
    """What is wrong. Every size but UNCODED's is a number of people.

    SMALL: a cell on too few. REMAINDER: a cell less those below it, in one family.
    JOINT: people of a unit less those of its crossing cells. CONTRADICTION: fewer than none are
    left, so the figures are not of one release. ITEM: an item on other people than its dimension.
    DOMINATED: a mean that so few carry as `n_eff` says, though more stand behind it.
    UNCOUNTED: a figure that does not say on how many. UNCODED: a figure that is not whole or is
    beyond what a release writes; its size is the figure. STRANGER: a unit that is not in the tree,
    or a family of which nothing is known. REPEATED: a row that is there already.
    FOREIGN: the file holds something that is not of a release; its name is where the measure is.
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
    """One finding a row, which has unit_id, group and measure."""
    if rows.empty:
        return
    of_rows = np.broadcast_to(np.asarray(sizes, dtype=float), len(rows)).tolist()
    keys = (rows[key] for key in ("unit_id", "group", "measure"))
    for unit_id, group, measure, size in zip(*keys, of_rows, strict=True):
        yield Finding(kind, unit_id, group, measure, size)
