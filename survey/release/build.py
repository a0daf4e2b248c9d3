"""The release of a wave, computed once after it closed, with no figure on fewer than k people."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from typing import Final

import pandas as pd

from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation
from survey.asking.wave import Wave, require_closed
from survey.disclosure.threshold import detail_threshold
from survey.release.cells import FIGURES, KEYS, ReleaseBasis, cells
from survey.release.head import ReleaseHead
from survey.release.pattern import pattern
from survey.release.questionnaire_quality import item_quality, outcome_drivers, quality
from survey.scoring.scored_responses import score_responses
from survey.scoring.tally import atoms, tally


class Step(StrEnum):
    """The steps of a release, for a progress bar; the last is the storing that the caller does."""

    SCORE = "score"
    PATTERN = "pattern"
    RELIABILITY = "reliability"
    ESTIMATES = "estimates"
    DRIVERS = "drivers"
    KEEP = "keep"


STEPS: Final = tuple(Step)
# All that a release had, and its hash was of, before its cells lay in rows.
FIRST_FIGURES: Final = FIGURES[:7]


@dataclass(frozen=True, eq=False)
class Release(ReleaseHead):
    """The published results of a wave, its head and its cells; never computed again.

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
    last_published: Mapping[str, int | None] = MappingProxyType({}),
    progress: Callable[[Step], None] = lambda _step: None,
) -> Release:
    """Score the answers, choose what to publish, audit it, and return the release.

    responses: respondents × unit_id, group and items; NaN not answered, 0 opt-out.
    A measure that fewer than the smallest group answered in the whole region is left out; with
    nothing to publish the cells are empty. Shares stand on larger groups, so they have a pattern of
    their own. last_published: unit -> its staff when a wave with some of the same questions last
    published it, None where unknown; the answers to single questions are then hidden where they
    would follow the few who came or left.
    progress: called with each step but the last as it begins.
    Raises WaveStillOpen, UnitUnknown, AnswerOutsideScale, ReleaseUnsafe.
    """
    require_closed(wave)
    k, share_k = wave.smallest_group, detail_threshold(wave.smallest_group)
    progress(Step.SCORE)
    scored = score_responses(responses, organisation, instrument, at_least=k)
    sums, of_atoms = tally(scored, organisation), atoms(scored)
    progress(Step.PATTERN)
    to_publish = pattern(
        scored, sums, of_atoms, organisation, k=k, share_k=share_k, last_published=last_published
    )
    progress(Step.RELIABILITY)
    reliability = quality(scored, k)
    progress(Step.ESTIMATES)
    of_measures = reliability.set_index("dimension").reindex(scored.measures)
    basis = ReleaseBasis(scored, organisation, of_measures, sums, of_atoms)
    rows = cells(basis, to_publish)
    progress(Step.DRIVERS)
    return Release(
        wave_id=wave.id,
        smallest_group=k,
        released_on=on,
        cells=rows,
        published=to_publish.units,
        audit=to_publish.audit,
        code_version=code_version(),
        hash=fingerprint(rows),
        reliability=reliability,
        items=item_quality(scored, k),
        drivers=outcome_drivers(scored),
    )


def fingerprint(cells: pd.DataFrame, figures: Sequence[str] = FIGURES) -> str:
    """SHA-256 of the cells as text, independent of the order of rows and of number types."""
    # Sorted and written as text of twelve digits: a database gives rows back in another order and
    # whole numbers as another type, and neither may change the hash.
    ordered = cells.sort_values(list(KEYS))
    text = ordered[list(KEYS)].astype("str")
    for name in figures:
        values = ordered[name].astype(float)
        text[name] = values.map("{:.12g}".format).where(values.notna(), "")
    return sha256(text.to_csv(index=False, lineterminator="\n").encode()).hexdigest()


def is_fingerprint(text: str, cells: pd.DataFrame) -> bool:
    """Whether a text is the fingerprint of cells, or was when a release had fewer figures."""
    return text in {fingerprint(cells), fingerprint(cells, FIRST_FIGURES)}


def code_version(package: str = "pejling") -> str:
    """The installed version of the program; "source" when it runs without being installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "source"
