"""Points of an item, score of a dimension, and index of a person or a unit."""

import pandas as pd

from survey.asking.instrument import Instrument
from survey.asking.question import Item
from survey.asking.response import OPT_OUT, AnswerOutsideScale


def item_points(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Return answers as points: 0 at the worst end of the scale, 100 at the best.

    answers: respondents × items (more columns are ignored, a missing one counts as not answered),
    values on each item's scale, NaN where not answered. A reverse item is reversed.
    Returns respondents × scored items, NaN where not answered or the opt-out was chosen.
    Raises AnswerOutsideScale.
    """
    items = instrument.items
    by_item = answers.reindex(columns=[item.id for item in items])
    columns = {item.id: points_of_item(by_item[item.id], item, instrument) for item in items}
    return pd.DataFrame(columns, index=answers.index, dtype=float)


def points_of_item(answers: pd.Series, item: Item, instrument: Instrument) -> pd.Series:
    """Return one item's answers as points, 0 to 100; NaN where not answered, and for the opt-out.

    Raises AnswerOutsideScale.
    """
    scale = instrument.scale(item.scale)
    values = answers.astype(float)
    if scale.opt_out is not None:
        values = values.mask(values == OPT_OUT)
    inside = (values >= scale.first) & (values <= scale.last) & (values % 1 == 0)
    if (values.notna() & ~inside).any():
        raise AnswerOutsideScale(
            "Svaret på spørgsmål {item} ligger uden for skalaen.", item=item.id
        )
    worst, best = (scale.last, scale.first) if item.reverse else (scale.first, scale.last)
    return (values - worst) / (best - worst) * 100


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
