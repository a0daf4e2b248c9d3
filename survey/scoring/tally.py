"""What respondents said, counted and added up where they are attached, and up the tree."""

from dataclasses import dataclass, replace

import pandas as pd

from survey.asking.organisation import Organisation
from survey.scoring.scored_responses import RESPONDENTS, Valued


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


def tally(known: Valued, organisation: Organisation) -> Tally:
    """Units, parents first × measures."""
    units = pd.Index(organisation.below(organisation.root.id))
    return _attached(known, known.units, units)


def atoms(known: Valued) -> Tally:
    """(unit, group) × dimensions and index; the group is blank for those who named none."""
    pairs = pd.MultiIndex.from_arrays([known.units, known.groups], names=["unit_id", "group"])
    beside = ("items", "outcomes", "shares", "told", "opted_out")
    bare = {name: getattr(known, name).iloc[:, :0] for name in beside}
    return _attached(replace(known, **bare), pairs, pairs.unique().sort_values())


def rolled_up(own: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """Units, parents first × figures: to each unit everything below it is added."""
    totals = own.to_numpy(dtype=float, copy=True)
    place = {unit_id: row for row, unit_id in enumerate(own.index)}
    for unit_id, row in reversed(place.items()):
        parent_id = organisation.unit(unit_id).parent_id
        if parent_id is not None:
            totals[place[parent_id]] += totals[row]
    return pd.DataFrame(totals, index=own.index, columns=own.columns)


def _attached(known: Valued, at: pd.Series | pd.MultiIndex, places: pd.Index) -> Tally:
    codes = places.get_indexer(pd.Index(at))

    def added(values: list[pd.DataFrame]) -> pd.DataFrame:
        beside = pd.concat(values, axis=1).astype(float)
        sums = beside.groupby(codes).sum().reindex(range(len(places)), fill_value=0.0)
        return sums.set_axis(places)

    everybody = pd.DataFrame({RESPONDENTS: True}, index=known.scores.index)
    measured = [known.scores.notna(), known.outcomes.notna(), known.shares.notna(), everybody]
    return Tally(
        own_n=added(measured).astype(int),
        score=added([known.scores, known.items, known.outcomes]),
        yes=added([known.favourable, known.shares, known.told, known.opted_out]),
    )
