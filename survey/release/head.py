"""The head of a release: dates, published units, audit, and quality of the measures.

Every page reads it, whereas the cells are read a few at a time.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True, eq=False)
class ReleaseHead:
    """A release without its cells.

    published: the units with the mean of one measure or more. audit: a sentence on the checks that
    the auditor has passed.
    hash: of the cells, see `survey.release.build.fingerprint`.
    reliability, items, drivers: of the whole wave, see `survey.release.questionnaire_quality`.
    """

    wave_id: str
    smallest_group: int
    released_on: date
    published: frozenset[str]
    audit: str
    code_version: str
    hash: str
    reliability: pd.DataFrame
    items: pd.DataFrame
    drivers: pd.DataFrame
