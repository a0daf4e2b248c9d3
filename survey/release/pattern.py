"""The choice of the figures of a wave to publish together: least loss, then audited."""

from collections.abc import Collection, Hashable
from dataclasses import dataclass

import pandas as pd

from survey.asking.organisation import Organisation
from survey.disclosure.auditing import audit, crossing_audit
from survey.disclosure.choosing import unit_pattern
from survey.disclosure.choosing.crossing_pattern import CrossCell, crossing_pattern
from survey.errors import SurveyError
from survey.scoring.scored_responses import RESPONDENTS, ScoredResponses
from survey.scoring.tally import Tally


class ReleaseUnsafe(SurveyError):
    """The auditor found a group too small; nothing is released."""


@dataclass(frozen=True)
class Pattern:
    """The places of a wave that are published.

    means: units with scores, each on k people or more. shares: those of them with shares, each on
    share_k or more. extras: other question -> units with its mean or share, each on share_k or
    more. crossing: (hospital or root, group) with scores, each on k or more. audit: a sentence on
    the checks that the auditor has passed.
    """

    means: frozenset[str]
    shares: frozenset[str]
    extras: dict[str, frozenset[str]]
    crossing: frozenset[CrossCell]
    audit: str


def pattern(
    scored: ScoredResponses,
    sums: Tally,
    atoms: Tally,
    organisation: Organisation,
    *,
    k: int,
    share_k: int,
) -> Pattern:
    """Return the places to publish with the least loss, after the auditor has passed all of them.

    Each other question has its own respondents, and so a pattern of its own. The crossing family
    is chosen beside the means, which stay as they are. Raises ReleaseUnsafe.
    """
    scores = scored.measures
    extras = [str(extra) for extra in (*scored.outcomes, *scored.shares)]
    # Links may be used more than once: where fewer than k are invited, k answers are not k people.
    allowed = {u.id for u in organisation.units if u.staff is None or u.staff >= k}
    everybody = [*scores, RESPONDENTS] if scores else []
    means = _optimal(sums, scores, organisation, k=k, allowed=allowed)
    shares = _optimal(sums, everybody, organisation, k=share_k, allowed=means)
    by_extra = {
        extra: _optimal(sums, [extra], organisation, k=share_k, allowed=allowed) for extra in extras
    }
    crossing = (
        crossing_pattern(organisation, means, atoms.own_n[scores], k=k) if scores else frozenset()
    )
    _require_safe(sums.own_n[scores], organisation, means, k=k)
    _require_safe(sums.own_n[everybody], organisation, shares, k=share_k)
    for extra, units in by_extra.items():
        _require_safe(sums.own_n[[extra]], organisation, units, k=share_k)
    _require_safe_together(atoms.own_n[scores], organisation, means, crossing, k=k)
    audit_text = (
        f"theorem 1, {len(scores)} measures: means k={k}, {len(means)} units, 0 breaches; "
        f"shares k={share_k}, {len(shares)} units, 0 breaches; "
        f"{len(extras)} other questions k={share_k}, each alone, 0 breaches; "
        f"theorem 2, {len(scores)} measures: {len(crossing)} crossing cells k={k}, 0 breaches"
    )
    return Pattern(means, shares, by_extra, frozenset(crossing), audit_text)


def _optimal(
    sums: Tally,
    measures: list[str],
    organisation: Organisation,
    *,
    k: int,
    allowed: Collection[str],
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
    )
    # The least counts of the units may add up to less than k although every measure has k answers
    # in the whole region. The root published alone leaves nothing to subtract from it.
    whole = own_n.sum().min() >= k and root in allowed
    return units or (frozenset({root}) if whole else frozenset())


def _require_safe(
    own_n: pd.DataFrame, organisation: Organisation, published: Collection[str], *, k: int
) -> None:
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    for measure, counts in own_n.items():
        of_units = {str(unit_id): int(n) for unit_id, n in counts.items()}
        for breach in audit.breaches(parents, of_units, published, k=k):
            _refuse(measure, breach.unit_id, k)


def _require_safe_together(
    own_n: pd.DataFrame,
    organisation: Organisation,
    published: Collection[str],
    crossing: Collection[CrossCell],
    *,
    k: int,
) -> None:
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    for measure, of_atoms in own_n.items():
        units, groups = (own_n.index.get_level_values(name) for name in ("unit_id", "group"))
        counts = dict(zip(zip(units, groups, strict=True), of_atoms.astype(int), strict=True))
        for breach in crossing_audit.crossing_breaches(parents, published, crossing, counts, k=k):
            _refuse(measure, breach.unit_id, k)


def _refuse(measure: Hashable, unit_id: str, k: int) -> None:
    raise ReleaseUnsafe(
        "Intet er frigivet: {measure} ville røbe en gruppe på under {k} i enheden {unit}.",
        measure=measure,
        k=k,
        unit=unit_id,
    )
