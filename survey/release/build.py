"""The results of a wave, made once after it closed: only what nobody can be found in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from typing import Final

import pandas as pd

from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation
from survey.asking.wave import Wave, require_closed
from survey.release.cells import FIGURES, KEYS, ReleaseBasis, cells
from survey.release.head import ReleaseHead
from survey.release.pattern import patterns
from survey.release.questionnaire_quality import driven, item_quality, quality, smallest_share
from survey.scoring.scored_responses import score_responses
from survey.scoring.tally import atoms, tally


class Step(StrEnum):
    """What making a release goes through, for whoever waits; the last is the keeper's."""

    SCORE = "score"
    PATTERN = "pattern"
    RELIABILITY = "reliability"
    ESTIMATES = "estimates"
    DRIVERS = "drivers"
    KEEP = "keep"


STEPS: Final = tuple(Step)


@dataclass(frozen=True, eq=False)
class Release(ReleaseHead):
    """What a wave gives, frozen: its head and its cells.

    cells: one row per published place and measure, KEYS and FIGURES; NaN is "not published".
    A mean or share of 5 stands for 5 or less, of 95 for 95 or more. `favourable` is the percentage
    of respondents whose score is favourable, `favourable_n` how many it is a percentage of.
    """

    cells: pd.DataFrame


def build(
    responses: pd.DataFrame,
    organisation: Organisation,
    instrument: Instrument,
    wave: Wave,
    *,
    on: date,
    progress: Callable[[Step], None] = lambda _step: None,
) -> Release:
    """Compute, hide, audit and freeze.

    responses: respondents × unit_id, group and items; NaN not answered, 0 opt-out.
    A measure that fewer than the smallest group answered in the whole region is left out; with
    nothing to publish the cells are empty. Shares stand on larger groups, so they have a pattern of
    their own. progress: told each step but the last as it begins.
    Raises WaveStillOpen, UnitUnknown, AnswerOutsideScale, ReleaseUnsafe.
    """
    require_closed(wave)
    k, share_k = wave.smallest_group, smallest_share(wave.smallest_group)
    progress(Step.SCORE)
    scored = score_responses(responses, organisation, instrument, at_least=k)
    sums, of_atoms = tally(scored, organisation), atoms(scored)
    progress(Step.PATTERN)
    chosen = patterns(scored, sums, of_atoms, organisation, k=k, share_k=share_k)
    progress(Step.RELIABILITY)
    told = quality(scored, k)
    progress(Step.ESTIMATES)
    of_measures = told.set_index("dimension").reindex(scored.measures)
    made = cells(ReleaseBasis(scored, organisation, of_measures, sums, of_atoms), chosen)
    progress(Step.DRIVERS)
    return Release(
        wave_id=wave.id,
        smallest_group=k,
        released_on=on,
        cells=made,
        published=chosen.means,
        audit=chosen.audit,
        code_version=code_version(),
        hash=fingerprint(made),
        reliability=told,
        items=item_quality(scored),
        drivers=driven(scored),
    )


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
