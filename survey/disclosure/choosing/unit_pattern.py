"""The units to publish so that no small group can be computed and as little as possible is hidden.

Theorem 1: let R(v) be the respondents of a published unit v outside every published unit below it.
The R(v) do not overlap and every published sum is a sum of them. So nothing about fewer than k
people follows from the sums if and only if each R(v) is empty or holds at least k.

A state is the number of respondents in and below a unit that no published unit covers: 0 for
nobody, and 1 + count (capped at 1 + k) for somebody. Whoever answered some measures but not all is
somebody with a count of 0, and is never treated as nobody.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from survey.asking.organisation import Organisation

LOSS_BY_KIND = {"hospital": 200, "department": 20, "section": 1}
# For regions that name their levels otherwise: by depth under the root, the last one going on.
LOSS_BY_DEPTH = (200, 20, 1)

NOBODY = 0


class _Choice(NamedTuple):
    """The cheapest way to reach a state; `published` is nested pairs of ids, cheap to extend."""

    loss: int
    published: object


def optimal_pattern(
    organisation: Organisation,
    counts: Mapping[str, int],
    *,
    k: int,
    occupied: Collection[str] = (),
    allowed: Collection[str] | None = None,
    required: Collection[str] = (),
) -> frozenset[str]:
    """Return the units to publish: safe at k, with the least loss, the root before all others.

    counts: respondents attached to the unit itself, not below; with several measures the least of
    them. occupied: units where somebody answered something although the count may be 0.
    allowed: units that may be published at all, all of them when None.
    required: units that are published whatever it costs; safe at k by themselves, and allowed.
    A unit with nobody in or below it is never published, and hiding it is no loss.
    """
    losses = _losses(organisation)
    plans: dict[str, dict[int, _Choice]] = {}
    inhabited: set[str] = set()
    # From below upwards: the plans of all children are ready when their parent combines them.
    for unit_id in reversed(organisation.subtree(organisation.root.id)):
        count = counts.get(unit_id, 0)
        own = 1 + min(count, k) if count or unit_id in occupied else NOBODY
        plan = {own: _Choice(0, None)}
        children = organisation.children(unit_id)
        if own != NOBODY or inhabited.intersection(children):
            inhabited.add(unit_id)
        for child_id in children:
            plan = _combined(plan, plans.pop(child_id), k=k)
        if unit_id not in inhabited:
            plans[unit_id] = plan
            continue
        may = allowed is None or unit_id in allowed
        loss = None if unit_id in required else losses[unit_id]
        plans[unit_id] = _with_unit(plan, unit_id, k=k, loss=loss, may=may)
    best = min(plans[organisation.root.id].values(), key=lambda choice: choice.loss)
    return frozenset(_flat(best.published))


def _losses(organisation: Organisation) -> dict[str, int]:
    """The loss of hiding each unit; that of the root exceeds all others together."""
    losses: dict[str, int] = {}
    depths: dict[str, int] = {}
    for unit_id in organisation.subtree(organisation.root.id):
        unit = organisation.unit(unit_id)
        if unit.parent_id is None:
            depths[unit_id] = 0
            continue
        depths[unit_id] = depths[unit.parent_id] + 1
        by_depth = LOSS_BY_DEPTH[min(depths[unit_id], len(LOSS_BY_DEPTH)) - 1]
        losses[unit_id] = LOSS_BY_KIND.get(unit.kind, by_depth)
    return losses | {organisation.root.id: sum(losses.values()) + 1}


def _combined(left: dict[int, _Choice], right: dict[int, _Choice], *, k: int) -> dict[int, _Choice]:
    """The cheapest choice for each state that a choice of each side adds up to."""
    combined: dict[int, _Choice] = {}
    for mine, here in left.items():
        for theirs, there in right.items():
            # A state is 1 + count, so the sum counts the 1 twice; nobody adds nothing.
            state = max(mine, theirs) if NOBODY in (mine, theirs) else min(mine + theirs - 1, k + 1)
            loss = here.loss + there.loss
            if state not in combined or loss < combined[state].loss:
                combined[state] = _Choice(loss, (here.published, there.published))
    return combined


def _with_unit(
    plan: dict[int, _Choice], unit_id: str, *, k: int, loss: int | None, may: bool
) -> dict[int, _Choice]:
    """The choices with the unit hidden in every state, and published where its rest is safe.

    loss: of hiding it; None where it must not be hidden.
    """
    choices: dict[int, _Choice] = {}
    if loss is not None:
        choices = {state: _Choice(loss + hidden, below) for state, (hidden, below) in plan.items()}
    safe = [plan[state] for state in (NOBODY, k + 1) if state in plan]
    if may and safe:
        best = min(safe, key=lambda choice: choice.loss)
        choices[NOBODY] = _Choice(best.loss, (best.published, unit_id))
    return choices


def _flat(published: object) -> list[str]:
    """The ids in nested pairs; a loop, since the nesting is as deep as the tree has units."""
    unit_ids, waiting = [], [published]
    while waiting:
        match waiting.pop():
            case str(unit_id):
                unit_ids.append(unit_id)
            case (left, right):
                waiting += [left, right]
            case _:
                pass
    return unit_ids
