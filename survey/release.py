"""The results of a wave, made once after it closed: only what nobody can be found in."""

from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import numpy as np
import pandas as pd

from survey import scoring
from survey.disclosure import audit, tree
from survey.errors import SurveyError
from survey.instrument import Instrument
from survey.tally import INDEX, Tally, tally
from survey.unit import Organisation
from survey.wave import Wave, require_closed

FAMILY: Final = "organisation"
# What a row of the cells is, and the order that makes two releases comparable.
KEYS: Final = ("family", "unit_id", "group", "measure")
FIGURES: Final = ("n", "mean", "low", "high", "level", "favourable", "favourable_n")
# A share gives away more than a mean: never on fewer than ten (design/disclosure-control.md, 1).
SMALLEST_SHARE: Final = 10
# A mean of 100 tells what everybody answered: figures beyond these are "5 or less", "95 or more".
BOTTOM: Final = 5
TOP: Final = 95


class ReleaseUnsafe(SurveyError):
    """The auditor found a group too small; nothing is released."""


@dataclass(frozen=True, eq=False)
class Release:
    """What a wave gives, frozen.

    cells: one row per published unit and measure, KEYS and FIGURES; NaN is "not published".
    A mean or share of 5 stands for 5 or less, of 95 for 95 or more. `favourable` is the percentage
    of respondents whose score is favourable, `favourable_n` how many it is a percentage of.
    published: the units with a mean. audit: what the auditor tried and found.
    hash: of the cells, see `fingerprint`.
    """

    wave_id: str
    smallest_group: int
    cells: pd.DataFrame
    published: frozenset[str]
    audit: str
    code_version: str
    hash: str


def build(
    responses: pd.DataFrame, organisation: Organisation, instrument: Instrument, wave: Wave
) -> Release:
    """Compute, hide, audit and freeze.

    responses: respondents × unit_id, group and items; NaN not answered, 0 opt-out.
    A measure that fewer than the smallest group answered in the whole region is left out; with
    nothing to publish the cells are empty. Shares stand on larger groups, so they have a pattern of
    their own. Raises WaveStillOpen, UnitUnknown, AnswerOutsideScale, ReleaseUnsafe.
    """
    require_closed(wave)
    k, share_k = wave.smallest_group, max(2 * wave.smallest_group, SMALLEST_SHARE)
    sums = tally(responses, organisation, instrument, at_least=k)
    published = pattern(sums, organisation, k=k)
    shares = pattern(sums, organisation, k=share_k, allowed=published)
    require_safe(sums, organisation, published, k=k)
    require_safe(sums, organisation, shares, k=share_k)
    cells = _cells(sums, instrument, published, shares)
    return Release(
        wave_id=wave.id,
        smallest_group=k,
        cells=cells,
        published=published,
        audit=f"theorem 1, {sums.n.shape[1]} measures: "
        f"means k={k}, {len(published)} units, 0 breaches; "
        f"shares k={share_k}, {len(shares)} units, 0 breaches",
        code_version=code_version(),
        hash=fingerprint(cells),
    )


def pattern(
    sums: Tally, organisation: Organisation, *, k: int, allowed: Collection[str] | None = None
) -> frozenset[str]:
    """The optimal pattern, safe for every measure at once: each unit counts its least one."""
    if sums.n.empty:
        return frozenset()
    root = organisation.root.id
    chosen = tree.optimal_pattern(
        organisation,
        {str(unit_id): int(n) for unit_id, n in sums.own_n.min(axis=1).items()},
        k=k,
        occupied=set(sums.own_n.index[sums.own_n.max(axis=1) > 0]),
        allowed=allowed,
    )
    # The least of each unit may add up to less than the least of the whole, and the whole alone
    # leaves nobody to subtract.
    whole = sums.n.loc[root].min() >= k and (allowed is None or root in allowed)
    return chosen or (frozenset({root}) if whole else frozenset())


def require_safe(
    sums: Tally, organisation: Organisation, published: Collection[str], *, k: int
) -> None:
    """Let the auditor try each measure with its own counts; raises ReleaseUnsafe."""
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    for measure, counts in sums.own_n.items():
        for breach in audit.breaches(
            parents, {str(unit_id): int(n) for unit_id, n in counts.items()}, published, k=k
        ):
            raise ReleaseUnsafe(
                "Intet er frigivet: {measure} ville røbe en gruppe på under {k} i enheden {unit}.",
                measure=measure,
                k=k,
                unit=breach.unit_id,
            )


def _cells(
    sums: Tally, instrument: Instrument, published: Collection[str], shares: Collection[str]
) -> pd.DataFrame:
    n = sums.n.loc[sums.n.index.isin(published)]
    means = sums.score.loc[n.index] / n
    if INDEX in means:
        # Of the unit's dimensions, not of its respondents' indexes: where people left out different
        # dimensions, the two differ by what single people said.
        present = instrument.scoring.dimensions_for_index
        means[INDEX] = scoring.culture_index(means.drop(columns=INDEX), present=present)
    favourable = sums.favourable.loc[n.index] / n * 100
    favourable.loc[~favourable.index.isin(shares)] = np.nan
    figures = {
        "n": n,
        "mean": _coded(means),
        "favourable": _coded(favourable),
        "favourable_n": n.where(favourable.notna()),
    }
    return _one_row_a_cell(figures)


def _coded(percent: pd.DataFrame) -> pd.DataFrame:
    """Whole numbers, half rounded up, none beyond BOTTOM and TOP.

    Rounded finely first, so that the order in which respondents were added cannot tip a half.
    """
    return ((percent.round(9) + 0.5) // 1).clip(BOTTOM, TOP)


def _one_row_a_cell(figures: dict[str, pd.DataFrame]) -> pd.DataFrame:
    units, measures = figures["n"].axes
    cells = pd.DataFrame(
        {
            "family": FAMILY,
            "unit_id": np.repeat(units.astype(str), len(measures)),
            "group": "",
            "measure": np.tile(measures.astype(str), len(units)),
        }
    )
    for name in FIGURES:
        cells[name] = figures[name].to_numpy().ravel() if name in figures else np.nan
    types = dict.fromkeys(KEYS, "str") | dict.fromkeys(FIGURES, "float64")
    return cells.astype(types | {"n": "int64", "mean": "int64"})


def fingerprint(cells: pd.DataFrame) -> str:
    """SHA-256 of the cells as text, the same whatever order or number type they are kept in."""
    ordered = cells.sort_values(list(KEYS))
    text = ordered[list(KEYS)].astype("str")
    for name in FIGURES:
        figures = ordered[name].astype(float)
        text[name] = figures.map("{:.12g}".format).where(figures.notna(), "")
    return sha256(text.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def code_version(package: str = "pejling") -> str:
    """The version that computes; "source" when the program runs without being installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "source"
