"""The results of a wave, made once after it closed: only what nobody can be found in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import numpy as np
import pandas as pd

from survey.cells import BOTTOM, CROSSING, FAMILY, FIGURES, KEYS, TOP, cells, crossing_cells
from survey.drivers import drivers
from survey.estimates import SMALLEST_SPREAD, estimates, means
from survey.instrument import Instrument
from survey.patterns import Patterns, ReleaseUnsafe, patterns
from survey.reliability import item_statistics, reliability
from survey.tally import Tally, atoms, crossed, tally
from survey.unit import Organisation
from survey.valued import Valued, outcome_items, valued
from survey.wave import Wave, require_closed

__all__ = [
    "BOTTOM",
    "CROSSING",
    "FAMILY",
    "FIGURES",
    "KEYS",
    "SMALLEST_SHARE",
    "STEPS",
    "TOP",
    "Release",
    "ReleaseUnsafe",
    "build",
    "code_version",
    "fingerprint",
    "smallest_share",
]

# A share gives away more than a mean: never on fewer than ten (design/disclosure-control.md, 1).
SMALLEST_SHARE: Final = 10
# What a build goes through, for whoever waits.
STEPS: Final = ("score", "reliability", "pattern", "estimates", "drivers")


@dataclass(frozen=True, eq=False)
class Release:
    """What a wave gives, frozen.

    cells: one row per published place and measure, KEYS and FIGURES; NaN is "not published".
    A mean or share of 5 stands for 5 or less, of 95 for 95 or more. `favourable` is the percentage
    of respondents whose score is favourable, `favourable_n` how many it is a percentage of.
    published: the units with a mean. audit: what the auditor tried and found.
    hash: of the cells, see `fingerprint`.
    reliability, items, drivers: of the whole wave, see the modules of those names.
    """

    wave_id: str
    smallest_group: int
    released_on: date
    cells: pd.DataFrame
    published: frozenset[str]
    audit: str
    code_version: str
    hash: str
    reliability: pd.DataFrame
    items: pd.DataFrame
    drivers: pd.DataFrame


def smallest_share(smallest_group: int) -> int:
    """The fewest people behind a share, a distribution or a comment: 2k, and never under ten."""
    return max(2 * smallest_group, SMALLEST_SHARE)


def build(
    responses: pd.DataFrame,
    organisation: Organisation,
    instrument: Instrument,
    wave: Wave,
    *,
    on: date,
    progress: Callable[[str], None] = lambda _step: None,
) -> Release:
    """Compute, hide, audit and freeze.

    responses: respondents × unit_id, group and items; NaN not answered, 0 opt-out.
    A measure that fewer than the smallest group answered in the whole region is left out; with
    nothing to publish the cells are empty. Shares stand on larger groups, so they have a pattern of
    their own. progress: told each of STEPS as it begins.
    Raises WaveStillOpen, UnitUnknown, AnswerOutsideScale, ReleaseUnsafe.
    """
    require_closed(wave)
    k, share_k = wave.smallest_group, smallest_share(wave.smallest_group)
    progress("score")
    known = valued(responses, organisation, instrument, at_least=k)
    sums, of_atoms = tally(known, organisation), atoms(known, organisation)
    progress("pattern")
    chosen = patterns(known, sums, of_atoms, organisation, k=k, share_k=share_k)
    progress("reliability")
    quality = _told_of_enough(
        reliability(known.points, known.scores, known.units, instrument), share_k
    )
    progress("estimates")
    made = _cells(known, sums, of_atoms, chosen, quality, organisation)
    progress("drivers")
    return Release(
        wave_id=wave.id,
        smallest_group=k,
        released_on=on,
        cells=made,
        published=chosen.means,
        audit=chosen.audit,
        code_version=code_version(),
        hash=fingerprint(made),
        reliability=quality,
        items=item_statistics(known.points, instrument),
        drivers=_drivers(known),
    )


def _cells(
    known: Valued,
    sums: Tally,
    of_atoms: Tally,
    chosen: Patterns,
    quality: pd.DataFrame,
    organisation: Organisation,
) -> pd.DataFrame:
    spread = quality.set_index("dimension").reindex(list(known.scores))
    staff = pd.Series({unit.id: unit.staff for unit in organisation.units}, dtype=float)
    root = organisation.root.id
    prior = means(sums, list(known.scores), known.instrument).loc[root]
    ask = partial(estimates, reliability=spread, instrument=known.instrument, prior=prior)
    found = ask(sums, staff=staff.reindex(sums.n.index))
    of_units = cells(known, sums, found, chosen, organisation)
    if not chosen.crossing:
        return of_units
    across = crossed(of_atoms, organisation)
    # How many of a profession work where is not known: no correction for the share that answered.
    unknown = pd.Series(np.nan, index=across.n.index)
    across_cells = crossing_cells(ask(across, staff=unknown), chosen)
    return pd.concat([of_units, across_cells], ignore_index=True)


def _told_of_enough(quality: pd.DataFrame, share_k: int) -> pd.DataFrame:
    """A spread tells more than a mean: it stands on as many as a share, and never says "alike"."""
    few = quality["n"] < share_k
    sds = ["sd_within", "sd_total"]
    figures = [name for name in quality if name not in {"dimension", "n", "units", "may_rank"}]
    kept = quality.assign(**{sd: quality[sd].clip(lower=SMALLEST_SPREAD).round(1) for sd in sds})
    kept.loc[few, figures] = np.nan
    kept.loc[few, ["n", "units"]] = 0
    return kept.assign(may_rank=kept["may_rank"] & ~few)


def _drivers(known: Valued) -> pd.DataFrame:
    """Of the last outcome, "all in all", which is answered on the scale of the dimensions."""
    outcomes = [item.id for item in outcome_items(known.instrument) if item.id in known.outcomes]
    if not outcomes:
        return drivers(known.scores[known.dimensions], pd.Series(np.nan, index=known.units.index))
    return drivers(known.scores[known.dimensions], known.outcomes[outcomes[-1]])


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
