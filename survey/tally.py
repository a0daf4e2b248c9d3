"""What respondents said, summed up the tree of units, and across it."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import numpy as np
import pandas as pd

from survey.unit import Organisation
from survey.valued import RESPONDENTS, Valued
from survey.weighting import weights


@dataclass(frozen=True, eq=False)
class Tally:
    """Sums over respondents: places (units, or unit and group) × measures.

    own_n: how many have a figure and are attached to the place itself; n: with everybody below.
    weight, squares: the sums of their weights, and of the squares of these.
    score: weighted sums of scores, of dimensions, index, items and outcomes.
    yes: weighted sums of yeses: score is favourable, did it, gave that answer, opted out.
    """

    own_n: pd.DataFrame
    n: pd.DataFrame
    weight: pd.DataFrame
    squares: pd.DataFrame
    score: pd.DataFrame
    yes: pd.DataFrame

    def summed(self, sums: Callable[[pd.DataFrame], pd.DataFrame]) -> "Tally":
        """The same with every frame but `own_n` added up some way."""
        more = {field.name: sums(getattr(self, field.name)) for field in fields(self)}
        return Tally(**more | {"own_n": self.own_n})


def tally(known: Valued, organisation: Organisation) -> Tally:
    """Units, parents first × measures; everybody counts with the one weight of their own unit."""
    own = _attached(known, known.units, _weights(known, organisation))
    return own.summed(lambda sums: _rolled_up(sums, organisation))


def atoms(known: Valued, organisation: Organisation) -> Tally:
    """(unit, group) × dimensions and index; the group is blank for those who named none."""
    pairs = pd.MultiIndex.from_arrays([known.units, known.groups], names=["unit_id", "group"])
    places = pairs.unique().sort_values()
    weight = _weights(known, organisation)
    own = weight.reindex(places.get_level_values("unit_id")).set_axis(places)
    beside = ("items", "outcomes", "shares", "told", "opted_out")
    bare = {name: getattr(known, name).iloc[:, :0] for name in beside}
    return _attached(replace(known, **bare), pairs, own)


def crossed(of_atoms: Tally, organisation: Organisation) -> Tally:
    """The atoms with a group, gathered by (root, group) and by (hospital, group)."""
    home, root = hospitals(organisation), organisation.root.id

    def gathered(sums: pd.DataFrame) -> pd.DataFrame:
        named = sums[sums.index.get_level_values("group") != ""]
        groups = named.index.get_level_values("group")
        near = pd.Index([home[unit_id] for unit_id in named.index.get_level_values("unit_id")])
        under = named.groupby([near, groups]).sum()
        whole = named.groupby([np.full(len(named), root, dtype=object), groups]).sum()
        return pd.concat([whole, under[under.index.get_level_values(0) != root]])

    return of_atoms.summed(gathered)


def hospitals(organisation: Organisation) -> dict[str, str]:
    """Each unit's ancestor directly under the root; the root stands for itself."""
    root = organisation.root.id
    home = {root: root}
    for child_id in organisation.children(root):
        home.update(dict.fromkeys(organisation.below(child_id), child_id))
    return home


def _weights(known: Valued, organisation: Organisation) -> pd.Series:
    """Units, parents first: the weight of a respondent there."""
    units = list(organisation.below(organisation.root.id))
    own_n = known.units.value_counts().reindex(units, fill_value=0)
    return weights(own_n, organisation).reindex(units)


def _attached(known: Valued, at: pd.Series | pd.MultiIndex, weight: pd.Series) -> Tally:
    """Sums over the respondents attached to each place that has a weight; nothing below it yet."""
    places = weight.index
    codes = places.get_indexer(pd.Index(at))

    def added(values: list[pd.DataFrame]) -> pd.DataFrame:
        beside = pd.concat(values, axis=1).astype(float)
        sums = beside.groupby(codes).sum().reindex(range(len(places)), fill_value=0.0)
        return sums.set_axis(places)

    everybody = pd.DataFrame({RESPONDENTS: True}, index=known.scores.index)
    measured = [known.scores.notna(), known.outcomes.notna(), known.shares.notna(), everybody]
    n = added(measured)
    each = weight.to_numpy()[:, np.newaxis]
    return Tally(
        own_n=n.astype(int),
        n=n,
        weight=n * each,
        squares=n * each**2,
        score=added([known.scores, known.items, known.outcomes]) * each,
        yes=added([known.favourable, known.shares, known.told, known.opted_out]) * each,
    )


def _rolled_up(own: pd.DataFrame, organisation: Organisation) -> pd.DataFrame:
    """Add to each unit everything below it; the rows come parents first."""
    totals = own.to_numpy(copy=True)
    place = {unit_id: row for row, unit_id in enumerate(own.index)}
    for unit_id, row in reversed(place.items()):
        parent_id = organisation.unit(unit_id).parent_id
        if parent_id is not None:
            totals[place[parent_id]] += totals[row]
    return pd.DataFrame(totals, index=own.index, columns=own.columns)
