"""The culture in the annual status: the region's published means, one row per dimension."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from survey.release.cells import FAMILY
from survey.release.figure import HIDDEN, Figure, by_place


@dataclass(frozen=True)
class CultureLine:
    """One dimension of the region with its published figure; name: by language."""

    dimension_id: str
    name: Mapping[str, str]
    figure: Figure


@dataclass(frozen=True)
class Culture:
    """A released wave, as far as the annual status shows it.

    validated: whether a study stands behind the questionnaire.
    """

    wave_name: str
    closes_on: date | None
    lines: tuple[CultureLine, ...]
    validated: bool


def culture_of(
    cells: pd.DataFrame,
    names: Mapping[str, Mapping[str, str]],
    *,
    unit_id: str,
    wave_name: str,
    closes_on: date | None,
    validated: bool,
) -> Culture:
    """The published cells of one unit (the region) in the order of `names`.

    cells: a release's published cells (family, unit_id, group, measure, n, mean ...).
    names: dimension id -> name by language; a dimension without a published mean is left out.
    """
    figures = by_place(cells[cells["family"] == FAMILY])
    of_dimensions = (
        CultureLine(dimension_id, name, figures.get((unit_id, "", dimension_id), HIDDEN))
        for dimension_id, name in names.items()
    )
    lines = tuple(line for line in of_dimensions if line.figure.mean is not None)
    return Culture(wave_name, closes_on, lines, validated)
