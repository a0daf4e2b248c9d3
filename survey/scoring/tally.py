"""Counts and sums of respondents by the unit they belong to, and added up the tree."""

from dataclasses import dataclass, replace

import pandas as pd

from survey.asking.organisation import Organisation
from survey.scoring.scored_responses import RESPONDENTS, ScoredResponses


@dataclass(frozen=True, eq=False)
class Tally:
    """Places (units, or unit and group) × measures, of the respondents attached to the place.

    own_n: the number with a value in dimensions, index, outcomes and shares; RESPONDENTS:
    everybody.
    score: sums of dimensions, index, items and outcomes. yes: the number with a favourable score, a
    yes to a stage item, that answer to an outcome, or an opt-out of the item.
    """

    own_n: pd.DataFrame
    score: pd.DataFrame
    yes: pd.DataFrame


def tally(scored: ScoredResponses, organisation: Organisation) -> Tally:
    """Return units, parents first, × measures."""
    units = pd.Index(organisation.subtree(organisation.root.id))
    return _attached(scored, scored.units, units)


def atoms(scored: ScoredResponses) -> Tally:
    """Return (unit_id, group) × dimensions and index; group is blank for those without one."""
    pairs = pd.MultiIndex.from_arrays([scored.units, scored.groups], names=["unit_id", "group"])
    # The crossing family publishes dimensions and index only; empty frames leave out the rest.
    others = ("items", "outcomes", "shares", "outcome_answers", "opted_out")
    bare = {name: getattr(scored, name).iloc[:, :0] for name in others}
    return _attached(replace(scored, **bare), pairs, pairs.unique().sort_values())


def rolled_up(own: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """Return units, parents first, × figures, each unit with all the units below it added."""
    totals = own.to_numpy(dtype=float, copy=True)
    row_of = {unit_id: row for row, unit_id in enumerate(own.index)}
    # From below upwards: a unit is complete when it is added to its parent.
    for unit_id, row in reversed(row_of.items()):
        parent_id = organisation.unit(unit_id).parent_id
        if parent_id is not None:
            totals[row_of[parent_id]] += totals[row]
    return pd.DataFrame(totals, index=own.index, columns=own.columns)


def _attached(scored: ScoredResponses, at: pd.Series | pd.MultiIndex, places: pd.Index) -> Tally:
    codes = places.get_indexer(pd.Index(at))

    def sums(values: list[pd.DataFrame]) -> pd.DataFrame:
        columns = pd.concat(values, axis=1).astype(float)
        # Grouped by number, not by label, then every place filled in: places with nobody get 0.
        by_place = columns.groupby(codes).sum().reindex(range(len(places)), fill_value=0.0)
        return by_place.set_axis(places)

    everybody = pd.DataFrame({RESPONDENTS: True}, index=scored.scores.index)
    measured = [scored.scores.notna(), scored.outcomes.notna(), scored.shares.notna(), everybody]
    return Tally(
        own_n=sums(measured).astype(int),
        score=sums([scored.scores, scored.items, scored.outcomes]),
        yes=sums([scored.favourable, scored.shares, scored.outcome_answers, scored.opted_out]),
    )
