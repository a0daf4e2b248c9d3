"""What respondents said, counted and added up where they are attached, and up the tree."""

from dataclasses import dataclass, replace

import pandas as pd

from survey.asking.organisation import Organisation
from survey.scoring.scored_responses import RESPONDENTS, ScoredResponses


@dataclass(frozen=True, eq=False)
class Tally:
    """Places (units, or unit and group) × measures, of the respondents attached to the place.

    own_n: how many have a figure; of dimensions, index, outcomes, shares, and of RESPONDENTS all.
    score: sums of dimensions, index, items and outcomes. yes: how many said yes: score is
    favourable, did it, gave that answer, opted out of the item.
    """

    own_n: pd.DataFrame
    score: pd.DataFrame
    yes: pd.DataFrame


def tally(scored: ScoredResponses, organisation: Organisation) -> Tally:
    """Units, parents first × measures."""
    units = pd.Index(organisation.below(organisation.root.id))
    return _attached(scored, scored.units, units)


def atoms(scored: ScoredResponses) -> Tally:
    """(unit, group) × dimensions and index; the group is blank for those who named none."""
    pairs = pd.MultiIndex.from_arrays([scored.units, scored.groups], names=["unit_id", "group"])
    beside = ("items", "outcomes", "shares", "outcome_answers", "opted_out")
    bare = {name: getattr(scored, name).iloc[:, :0] for name in beside}
    return _attached(replace(scored, **bare), pairs, pairs.unique().sort_values())


def rolled_up(own: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """Units, parents first × figures: to each unit everything below it is added."""
    totals = own.to_numpy(dtype=float, copy=True)
    place = {unit_id: row for row, unit_id in enumerate(own.index)}
    for unit_id, row in reversed(place.items()):
        parent_id = organisation.unit(unit_id).parent_id
        if parent_id is not None:
            totals[place[parent_id]] += totals[row]
    return pd.DataFrame(totals, index=own.index, columns=own.columns)


def _attached(scored: ScoredResponses, at: pd.Series | pd.MultiIndex, places: pd.Index) -> Tally:
    codes = places.get_indexer(pd.Index(at))

    def added(values: list[pd.DataFrame]) -> pd.DataFrame:
        beside = pd.concat(values, axis=1).astype(float)
        sums = beside.groupby(codes).sum().reindex(range(len(places)), fill_value=0.0)
        return sums.set_axis(places)

    everybody = pd.DataFrame({RESPONDENTS: True}, index=scored.scores.index)
    measured = [scored.scores.notna(), scored.outcomes.notna(), scored.shares.notna(), everybody]
    return Tally(
        own_n=added(measured).astype(int),
        score=added([scored.scores, scored.items, scored.outcomes]),
        yes=added([scored.favourable, scored.shares, scored.outcome_answers, scored.opted_out]),
    )
