"""What respondents said, summed unit by unit up the tree."""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from survey import scoring
from survey.instrument import Instrument
from survey.unit import Organisation

INDEX: Final = "index"


@dataclass(frozen=True, eq=False)
class Tally:
    """Counts and sums, units (parents first) × measures (dimensions, then the index).

    own_n: respondents with a score, attached to the unit itself.
    n, score, favourable: in the unit and everything below it, how many have a score, the sum of
    their scores, how many have a favourable one.
    """

    own_n: pd.DataFrame
    n: pd.DataFrame
    score: pd.DataFrame
    favourable: pd.DataFrame


def tally(
    responses: pd.DataFrame, organisation: Organisation, instrument: Instrument, *, at_least: int
) -> Tally:
    """Score the responses and add them up; a measure with fewer scores than `at_least` is left out.

    responses: respondents × unit_id and items. Raises UnitUnknown, AnswerOutsideScale.
    """
    for unit_id in responses["unit_id"].unique():
        organisation.unit(unit_id)
    scores = _measures(responses, instrument, at_least=at_least)
    favourable = scores >= instrument.scoring.favourable_from
    units = list(organisation.below(organisation.root.id))
    own_n, own_score, own_favourable = (
        values.groupby(responses["unit_id"]).sum().reindex(units, fill_value=0)
        for values in (scores.notna().astype(int), scores.fillna(0.0), favourable.astype(int))
    )
    rolled_up = (_rolled_up(own, organisation) for own in (own_n, own_score, own_favourable))
    return Tally(own_n, *rolled_up)


def _measures(responses: pd.DataFrame, instrument: Instrument, *, at_least: int) -> pd.DataFrame:
    """Respondents × measures. An index stands only where enough dimensions stand beside it."""
    scores = scoring.score_dimensions(responses, instrument)
    present = instrument.scoring.dimensions_for_index
    index = scoring.culture_index(scores, present=present)
    scores = scores.loc[:, scores.notna().sum() >= at_least]
    if index.notna().sum() >= at_least and scores.shape[1] >= present:
        return scores.assign(**{INDEX: index})
    return scores


def _rolled_up(own: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """Add to each unit everything below it; the rows come parents first."""
    totals = own.to_numpy(copy=True)
    place = {unit_id: row for row, unit_id in enumerate(own.index)}
    for unit_id, row in reversed(place.items()):
        parent_id = organisation.unit(unit_id).parent_id
        if parent_id is not None:
            totals[place[parent_id]] += totals[row]
    return pd.DataFrame(totals, index=own.index, columns=own.columns)
