"""The culture in the annual status: the region's published means, one line a dimension."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import pandas as pd

from models.wording import N_

NOT_VALIDATED = N_(
    "Spørgeskemaet er endnu ikke afprøvet i en valideringsundersøgelse. Brug tallene "
    "til at tale sammen, ikke til at bedømme eller rangordne."
)


@dataclass(frozen=True)
class CultureLine:
    """One dimension of the region: its mean, 0 to 100, and how many answers stand behind it.

    name: the dimension's name by language.
    """

    dimension_id: str
    name: Mapping[str, str]
    mean: int
    n: int


@dataclass(frozen=True)
class Culture:
    """A released wave, as far as the annual status shows it.

    validated: whether a study stands behind the questionnaire; else NOT_VALIDATED is said.
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
    whole = cells[(cells["family"] == "organisation") & (cells["unit_id"] == unit_id)]
    shown = {cell["measure"]: cell for cell in whole.dropna(subset=["mean"]).to_dict("records")}
    lines = tuple(
        CultureLine(dimension, name, int(shown[dimension]["mean"]), int(shown[dimension]["n"]))
        for dimension, name in names.items()
        if dimension in shown
    )
    return Culture(wave_name, closes_on, lines, validated)
