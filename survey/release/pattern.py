"""The choice of the figures of a wave to publish together: least loss, then audited."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import pandas as pd

from survey.asking.organisation import Organisation
from survey.disclosure.choosing import unit_pattern
from survey.disclosure.choosing.crossing_pattern import CrossCell, crossing_pattern
from survey.disclosure.choosing.staff_moves import staff_moves, steady
from survey.release.pattern_audit import passed
from survey.release.places import Places, UnitsByMeasure
from survey.scoring.scored_responses import INDEX, RESPONDENTS, ScoredResponses
from survey.scoring.tally import Tally, rolled_up


@dataclass(frozen=True)
class Pattern(Places):
    """The places that are published.

    audit: a sentence on the checks that the auditor has passed.
    """

    audit: str


def pattern(
    scored: ScoredResponses,
    sums: Tally,
    atoms: Tally,
    organisation: Organisation,
    *,
    k: int,
    share_k: int,
    last_published: Mapping[str, int | None] = MappingProxyType({}),
) -> Pattern:
    """Return the places to publish with the least loss, after the auditor has passed all of them.

    The index has the pattern that is safe for every measure. Each dimension has the best one for
    its own respondents among those that hold the index's units: every equation of published figures
    is about one dimension alone, but for the index, which is the mean of the dimensions beside it
    and adds nothing to them. Each other question has its own respondents, and so a pattern of its
    own. The crossing family is chosen beside the means, which stay as they are. The answers to
    single questions are hidden where they would follow the few who came or left since a unit was
    last published. last_published: unit -> its staff then, None where unknown.
    Raises ReleaseUnsafe.
    """
    # Links may be used more than once: where fewer than k are invited, k answers are not k people.
    allowed = {u.id for u in organisation.units if u.staff is None or u.staff >= k}
    common = _optimal(sums, scored.measures, organisation, k=k, allowed=allowed)
    means = {
        measure: _optimal(sums, [measure], organisation, k=k, allowed=allowed, required=common)
        for measure in scored.dimensions
    } | {measure: common for measure in scored.measures if measure == INDEX}
    # Shares of "don't know" are of all respondents, so they count beside the dimension's own.
    everybody = [*scored.measures, RESPONDENTS] if means else []
    least = _optimal(sums, everybody, organisation, k=share_k, allowed=common)
    shares = {
        measure: _optimal(
            sums, [measure, RESPONDENTS], organisation, k=share_k, allowed=units, required=least
        )
        for measure, units in means.items()
    }
    extras = {
        str(extra): _optimal(sums, [str(extra)], organisation, k=share_k, allowed=allowed)
        for extra in (*scored.outcomes, *scored.shares)
    }
    moves = staff_moves(organisation, last_published)
    people = rolled_up(sums.own_n, organisation)

    def without_moved(units: frozenset[str], measure: str) -> frozenset[str]:
        of_measure = {str(unit_id): int(n) for unit_id, n in people[measure].items()}
        return steady(organisation, units, of_measure, moves, k=k)

    statements = {measure: without_moved(means[measure], measure) for measure in scored.dimensions}
    opt_outs = {m: without_moved(shares[m] & statements[m], RESPONDENTS) for m in statements}
    extras = {extra: without_moved(units, extra) for extra, units in extras.items()}
    crossing = _crossing(organisation, means, atoms.own_n, k=k)
    places = Places(means, statements, shares, opt_outs, extras, crossing)
    audit = passed(places, organisation, sums, atoms, k=k, share_k=share_k, moves=moves)
    return Pattern(**vars(places), audit=audit)


def _crossing(
    organisation: Organisation, means: UnitsByMeasure, own_n: pd.DataFrame, *, k: int
) -> dict[str, frozenset[CrossCell]]:
    """The crossing cells of each dimension, and of the index those that every dimension has."""
    cells = {
        measure: crossing_pattern(organisation, units, own_n[[measure]], k=k)
        for measure, units in means.items()
        if measure != INDEX
    }
    if INDEX not in means:
        return cells
    every = frozenset[CrossCell].intersection(*cells.values())
    index = crossing_pattern(organisation, means[INDEX], own_n[[INDEX]], k=k, allowed=every)
    return cells | {INDEX: index}


def _optimal(
    sums: Tally,
    measures: list[str],
    organisation: Organisation,
    *,
    k: int,
    allowed: Collection[str],
    required: Collection[str] = (),
) -> frozenset[str]:
    """The pattern with the least loss that is safe for every one of the measures."""
    if not measures:
        return frozenset()
    root = organisation.root.id
    own_n = sums.own_n[measures]
    # Each unit counts by the measure with the fewest answers in it: what is safe for these counts
    # is safe for every measure. Who answered another measure makes the unit occupied.
    units = unit_pattern.optimal_pattern(
        organisation,
        {str(unit_id): int(n) for unit_id, n in own_n.min(axis=1).items()},
        k=k,
        occupied=set(own_n.index[own_n.max(axis=1) > 0]),
        allowed=allowed,
        required=required,
    )
    # The least counts of the units may add up to less than k although every measure has k answers
    # in the whole region. The root published alone leaves nothing to subtract from it.
    whole = own_n.sum().min() >= k and root in allowed
    return units or (frozenset({root}) if whole else frozenset())
