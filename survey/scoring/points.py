"""Points of an item, score of a dimension, and index of a person or a unit."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from survey.asking.instrument import Instrument
from survey.asking.question import Item
from survey.asking.response import OPT_OUT, AnswerOutsideScale


def item_points(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return answers as points of the scored items; as for `points_of`."""
    return points_of(instrument.items, answers, instrument)


def points_of(items: Sequence[Item], answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return answers as points: 0 at the worst end of the scale, 100 at the best.

    answers: respondents × items (more columns are ignored, a missing one counts as not answered),
    values on each item's scale, NaN where not answered. A reverse item is reversed.
    Returns respondents × items, NaN where not answered or the opt-out was chosen.
    Raises AnswerOutsideScale.
    """
    ids = [item.id for item in items]
    scales = [instrument.scale(item.scale) for item in items]
    first = np.array([scale.first for scale in scales], dtype=float)
    last = np.array([scale.last for scale in scales], dtype=float)
    offers_opt_out = np.array([scale.opt_out is not None for scale in scales], dtype=bool)
    values = answers.reindex(columns=ids).to_numpy(dtype=float)
    values = np.where((values == OPT_OUT) & offers_opt_out, np.nan, values)
    inside = (values >= first) & (values <= last) & (values % 1 == 0)
    for item_id, is_outside in zip(ids, (~np.isnan(values) & ~inside).any(axis=0), strict=True):
        if is_outside:
            raise AnswerOutsideScale(
                "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item_id
            )
    is_reverse = np.array([item.reverse for item in items], dtype=bool)
    worst, best = np.where(is_reverse, last, first), np.where(is_reverse, first, last)
    return pd.DataFrame((values - worst) / (best - worst) * 100, answers.index, ids)


def score_dimensions(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return each respondent's mean of item points per dimension.

    answers: as for `item_points`.
    A respondent who answered fewer than half of a dimension's items gets NaN there
    (the half rule; EORTC QLQ-C30 Scoring Manual, 3rd ed. 2001).
    Returns respondents × dimensions, 0 to 100.
    """
    return dimension_scores(item_points(answers, instrument), instrument)


def dimension_scores(points: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return the same as `score_dimensions` from points: respondents × scored items."""
    scores = {}
    for dimension in instrument.dimensions:
        own = points[[item.id for item in dimension.items]]
        enough = own.notna().mean(axis=1) >= instrument.scoring.answered_share
        scores[dimension.id] = own.mean(axis=1).where(enough)
    return pd.DataFrame(scores, index=points.index)


def prorated(points: pd.DataFrame, scores: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return respondents × items of the dimensions in `scores`, on the people of the dimension.

    An item that a person left out gets that person's score in the dimension, as the half rule
    already implies. So a dimension is the mean of its items for everyone, and what one person left
    out does not follow from comparing the two.
    """
    columns = {}
    for dimension in instrument.dimensions:
        if dimension.id in scores:
            score = scores[dimension.id]
            for item in dimension.items:
                columns[item.id] = points[item.id].fillna(score).where(score.notna())
    return pd.DataFrame(columns, index=points.index, dtype=float)


def culture_index(scores: pd.DataFrame, *, present: int = 7) -> pd.Series:
    """Return the mean of the dimension scores of each row, a respondent's or a unit's.

    scores: rows × dimensions, 0 to 100. Fewer than `present` dimensions give NaN.
    """
    return scores.mean(axis=1).where(scores.notna().sum(axis=1) >= present)
