"""Which figures of a wave may be published beside each other, chosen and then put to the test."""

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
class Patterns:
    """What is published of a wave.

    means: units with scores, k or more behind each. shares: those of them with shares of the same
    people, share_k or more. extras: measure -> units with the outcome or the share of it, share_k.
    crossing: hospital and group with scores, k. audit: what the auditor tried, in words.
    """

    means: frozenset[str]
    shares: frozenset[str]
    extras: dict[str, frozenset[str]]
    crossing: frozenset[CrossCell]
    audit: str


def patterns(
    scored: ScoredResponses,
    sums: Tally,
    atoms: Tally,
    organisation: Organisation,
    *,
    k: int,
    share_k: int,
) -> Patterns:
    """Choose what to publish with the least loss, and let the auditor try all of it.

    Each extra has people of its own who answered it, and so a pattern of its own. The second family
    gives way to the first. Raises ReleaseUnsafe.
    """
    scores = scored.measures
    extras = [str(extra) for extra in (*scored.outcomes, *scored.shares)]
    # Links may be used more than once: where fewer than k are asked, k answers are not k people.
    asked = {u.id for u in organisation.units if u.staff is None or u.staff >= k}
    everybody = [*scores, RESPONDENTS] if scores else []
    means = _chosen(sums, scores, organisation, k=k, allowed=asked)
    shares = _chosen(sums, everybody, organisation, k=share_k, allowed=means)
    by_extra = {one: _chosen(sums, [one], organisation, k=share_k, allowed=asked) for one in extras}
    across = (
        crossing_pattern(organisation, means, atoms.own_n[scores], k=k) if scores else frozenset()
    )
    _require_safe(sums.own_n[scores], organisation, means, k=k)
    _require_safe(sums.own_n[everybody], organisation, shares, k=share_k)
    for one, units in by_extra.items():
        _require_safe(sums.own_n[[one]], organisation, units, k=share_k)
    _require_safe_across(atoms.own_n[scores], organisation, means, across, k=k)
    told = (
        f"theorem 1, {len(scores)} measures: means k={k}, {len(means)} units, 0 breaches; "
        f"shares k={share_k}, {len(shares)} units, 0 breaches; "
        f"{len(extras)} other questions k={share_k}, each alone, 0 breaches; "
        f"theorem 2, {len(scores)} measures: {len(across)} crossing cells k={k}, 0 breaches"
    )
    return Patterns(means, shares, by_extra, frozenset(across), told)


def _chosen(
    sums: Tally,
    measures: list[str],
    organisation: Organisation,
    *,
    k: int,
    allowed: Collection[str],
) -> frozenset[str]:
    """The optimal pattern, safe for every measure at once: each unit counts its least one."""
    if not measures:
        return frozenset()
    root = organisation.root.id
    own_n = sums.own_n[measures]
    chosen = unit_pattern.optimal_pattern(
        organisation,
        {str(unit_id): int(n) for unit_id, n in own_n.min(axis=1).items()},
        k=k,
        occupied=set(own_n.index[own_n.max(axis=1) > 0]),
        allowed=allowed,
    )
    # The least of each unit may add up to less than the least of the whole, and the whole alone
    # leaves nobody to subtract.
    whole = own_n.sum().min() >= k and root in allowed
    return chosen or (frozenset({root}) if whole else frozenset())


def _require_safe(
    own_n: pd.DataFrame, organisation: Organisation, published: Collection[str], *, k: int
) -> None:
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    for measure, counts in own_n.items():
        of_units = {str(unit_id): int(n) for unit_id, n in counts.items()}
        for breach in audit.breaches(parents, of_units, published, k=k):
            _refuse(measure, breach.unit_id, k)


def _require_safe_across(
    own_n: pd.DataFrame,
    organisation: Organisation,
    published: Collection[str],
    across: Collection[CrossCell],
    *,
    k: int,
) -> None:
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    for measure, of_atoms in own_n.items():
        units, groups = (own_n.index.get_level_values(name) for name in ("unit_id", "group"))
        counts = dict(zip(zip(units, groups, strict=True), of_atoms.astype(int), strict=True))
        for breach in crossing_audit.crossing_breaches(parents, published, across, counts, k=k):
            _refuse(measure, breach.unit_id, k)


def _refuse(measure: Hashable, unit_id: str, k: int) -> None:
    raise ReleaseUnsafe(
        "Intet er frigivet: {measure} ville røbe en gruppe på under {k} i enheden {unit}.",
        measure=measure,
        k=k,
        unit=unit_id,
    )
