"""What answers are worth: points of an item, score of a dimension, index of a person or a unit."""

import numpy as np
import pandas as pd

from survey.instrument import Instrument
from survey.response import OPT_OUT, AnswerOutsideScale


def item_points(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Turn answers into points: 0 at the worst end of the scale, 100 at the best.

    answers: respondents × items (more columns are ignored, a missing one counts as not answered),
    values on each item's scale, NaN where nothing was said. A reverse item is turned round.
    Returns respondents × scored items, NaN where nothing was said or the opt-out was chosen.
    Raises AnswerOutsideScale.
    """
    items = instrument.items
    scales = [instrument.scale(item.scale) for item in items]
    given = answers.reindex(columns=[item.id for item in items]).astype(float)
    opted_out = (given == OPT_OUT) & [scale.opt_out is not None for scale in scales]
    given = given.mask(opted_out)
    first = np.array([scale.first for scale in scales])
    last = np.array([scale.last for scale in scales])
    outside = given.notna() & ~((given >= first) & (given <= last) & (given % 1 == 0))
    if outside.to_numpy().any():
        item_id = str(outside.columns[outside.any()][0])
        raise AnswerOutsideScale(
            "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item_id
        )
    reverse = np.array([item.reverse for item in items])
    worst, best = np.where(reverse, last, first), np.where(reverse, first, last)
    return given.sub(worst).div(best - worst).mul(100)


def score_dimensions(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Average each respondent's item points into one score per dimension.

    answers: as for `item_points`.
    A respondent who answered fewer than half of a dimension's items gets NaN there
    (the half rule; EORTC QLQ-C30 Scoring Manual, 3rd ed. 2001).
    Returns respondents × dimensions, 0 to 100.
    """
    points = item_points(answers, instrument)
    scores = {}
    for dimension in instrument.dimensions:
        own = points[[item.id for item in dimension.items]]
        enough = own.notna().mean(axis=1) >= instrument.scoring.answered_share
        scores[dimension.id] = own.mean(axis=1).where(enough)
    return pd.DataFrame(scores, index=answers.index)


def culture_index(scores: pd.DataFrame, *, present: int = 7) -> pd.Series:
    """Average the dimension scores of each row, a respondent's or a unit's.

    scores: rows × dimensions, 0 to 100. Fewer than `present` dimensions give NaN.
    """
    return scores.mean(axis=1).where(scores.notna().sum(axis=1) >= present)
