"""Points and scores of each respondent, measure by measure."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import pandas as pd

from survey.asking.instrument import Instrument
from survey.asking.organisation import Organisation
from survey.asking.question import Item
from survey.asking.response import OPT_OUT
from survey.scoring.points import (
    culture_index,
    dimension_scores,
    item_points,
    points_of,
    prorated,
)

INDEX: Final = "index"
RESPONDENTS: Final = "respondents"


@dataclass(frozen=True, eq=False)
class ScoredResponses:
    """Respondents × measures; NaN is missing.

    units, groups: the unit of each respondent, and the group of the crossing family, or blank.
    points: as answered, 0 to 100, of the items. scores: dimensions, then the index.
    items: as `prorated`. outcomes: 0 to 100. shares: 1 yes, 0 no.
    outcome_answers: "outcome=answer" × 1 for that answer to the outcome, 0 for another or none.
    opted_out: 1 when the item's opt-out was chosen, else 0.
    """

    instrument: Instrument
    units: pd.Series
    groups: pd.Series
    points: pd.DataFrame
    scores: pd.DataFrame
    items: pd.DataFrame
    outcomes: pd.DataFrame
    shares: pd.DataFrame
    outcome_answers: pd.DataFrame
    opted_out: pd.DataFrame

    @property
    def measures(self) -> list[str]:
        """The dimensions that enough people answered, and the index when there is one."""
        return [str(measure) for measure in self.scores]

    @property
    def dimensions(self) -> list[str]:
        """The measures without the index."""
        return [measure for measure in self.measures if measure != INDEX]

    @cached_property
    def favourable(self) -> pd.DataFrame:
        """1 where a score is favourable, 0 where it is not, NaN where there is none."""
        limit = self.instrument.scoring.favourable_from
        return (self.scores >= limit).astype(float).where(self.scores.notna())


def score_responses(
    responses: pd.DataFrame, organisation: Organisation, instrument: Instrument, *, at_least: int
) -> ScoredResponses:
    """Return the scores of every response; a measure with fewer than `at_least` is left out.

    responses: respondents × unit_id, group and items. There is an index only where enough
    dimensions are left. Raises UnitUnknown, AnswerOutsideScale.
    """
    for unit_id in responses["unit_id"].unique():
        organisation.unit(unit_id)
    points = item_points(responses, instrument)
    scores = _scores(points, instrument, at_least=at_least)
    items = prorated(points, scores, instrument)
    answers = responses.reindex(columns=[*items, *(item.id for item in _extras(instrument))])
    outcomes = _enough(_outcomes(answers, instrument), at_least)
    return ScoredResponses(
        instrument=instrument,
        units=responses["unit_id"],
        groups=responses["group"],
        points=points[list(items)],
        scores=scores,
        items=items,
        outcomes=outcomes,
        shares=_enough(_shares(answers, instrument), at_least),
        outcome_answers=_outcome_answers(answers[list(outcomes)], instrument),
        opted_out=_opted_out(answers[list(items)], instrument),
    )


def outcome_items(instrument: Instrument) -> tuple[Item, ...]:
    """Return the items outside the dimensions that ask for an overall judgement."""
    return tuple(item for item in _extras(instrument) if item.role == "outcome")


def stage_items(instrument: Instrument) -> tuple[Item, ...]:
    """Return the items that ask what a respondent has done: proposed, tried, put to use."""
    return tuple(item for item in _extras(instrument) if item.stage)


def _extras(instrument: Instrument) -> tuple[Item, ...]:
    return tuple(item for block in instrument.extras for item in block.items)


def _scores(points: pd.DataFrame, instrument: Instrument, *, at_least: int) -> pd.DataFrame:
    scores = dimension_scores(points, instrument)
    present = instrument.scoring.dimensions_for_index
    index = culture_index(scores, present=present)
    scores = _enough(scores, at_least)
    if index.notna().sum() >= at_least and scores.shape[1] >= present:
        return scores.assign(**{INDEX: index})
    return scores


def _enough(values: pd.DataFrame, at_least: int) -> pd.DataFrame:
    """The columns that at least so many people have a value in."""
    return values.loc[:, values.notna().sum() >= at_least]


def _outcomes(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    return points_of(outcome_items(instrument), answers, instrument)


def _outcome_answers(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """Columns "outcome=answer" of 1 and 0, never NaN: a distribution is of all who are counted."""
    columns = {}
    for item_id in map(str, answers):
        scale = instrument.scale_of(item_id)
        for value in range(scale.first, scale.last + 1):
            columns[f"{item_id}={value}"] = (answers[item_id] == value).astype(float)
    return pd.DataFrame(columns, index=answers.index, dtype=float)


def _shares(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    """1 for the first label of a stage item (yes), 0 for the second (no), NaN for any other."""
    columns = {}
    for item in stage_items(instrument):
        answer = answers[item.id].astype(float) - instrument.scale_of(item.id).first
        columns[item.id] = (answer == 0).astype(float).where(answer.isin([0, 1]))
    return pd.DataFrame(columns, index=answers.index, dtype=float)


def _opted_out(answers: pd.DataFrame, instrument: Instrument) -> pd.DataFrame:
    offers = [instrument.scale_of(str(item_id)).opt_out is not None for item_id in answers]
    opt_outs = (answers.astype(float) == OPT_OUT).astype(float)
    return opt_outs.loc[:, offers]
