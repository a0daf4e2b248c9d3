"""The auditor's word on a whole pattern: every measure by itself, both families, and the index."""

from collections.abc import Collection, Hashable, Mapping

import pandas as pd

from survey.asking.organisation import Organisation
from survey.disclosure.auditing import audit, crossing_audit
from survey.disclosure.auditing.staff_audit import followed
from survey.errors import SurveyError
from survey.release.places import Places
from survey.scoring.scored_responses import INDEX, RESPONDENTS
from survey.scoring.tally import Tally


class ReleaseUnsafe(SurveyError):
    """The auditor found a group too small; nothing is released."""


def passed(
    places: Places,
    organisation: Organisation,
    sums: Tally,
    atoms: Tally,
    *,
    k: int,
    share_k: int,
    moves: Mapping[str, int | None],
) -> str:
    """Return a sentence on the checks that the auditor has passed; raises ReleaseUnsafe.

    Each measure is checked by itself: no equation is about two, since the index stands only where
    it is the mean of every dimension beside it, which is checked too.
    moves: unit that was published before -> its staff less what it was then, None where unknown.
    """
    means, shares, crossing = places.means, places.shares, places.crossing
    for measure, units in means.items():
        require_safe(sums.own_n[[measure]], organisation, units, k=k)
        cells = crossing[measure]
        require_safe_together(atoms.own_n[[measure]], organisation, units, cells, k=k)
    for measure, units in shares.items():
        require_safe(sums.own_n[[measure, RESPONDENTS]], organisation, units, k=share_k)
    for extra, units in places.extras.items():
        require_safe(sums.own_n[[extra]], organisation, units, k=share_k)
    for measure, units in {**places.statements, **places.extras}.items():
        require_unfollowed(sums.own_n[measure], organisation, units, moves, k=k)
    for measure, units in places.opt_outs.items():
        require_safe(sums.own_n[[measure, RESPONDENTS]], organisation, units, k=share_k)
        require_unfollowed(sums.own_n[RESPONDENTS], organisation, units, moves, k=k)
    require_whole_index(means, k=k)
    require_whole_index(crossing, k=k)
    return (
        f"theorem 1, {len(means)} measures, each alone: means k={k}, {_range(means)} units, "
        f"0 breaches; shares k={share_k}, {_range(shares)} units, 0 breaches; "
        "index only beside every dimension; "
        f"statements {_range(places.statements)} units, nobody who came or left followed; "
        f"{len(places.extras)} other questions k={share_k}, each alone, 0 breaches; "
        f"theorem 2, {len(crossing)} measures, each alone: {_range(crossing)} crossing cells "
        f"k={k}, 0 breaches"
    )


def _range(places: Mapping[str, Collection[Hashable]]) -> str:
    """The fewest and the most places of a measure: "304 to 332"."""
    numbers = {len(of_measure) for of_measure in places.values()} or {0}
    return " to ".join(map(str, sorted({min(numbers), max(numbers)})))


def require_safe(
    own_n: pd.DataFrame, organisation: Organisation, published: Collection[str], *, k: int
) -> None:
    """Raise ReleaseUnsafe where units published together disclose fewer than k people.

    own_n: units × measures, the respondents attached to each unit.
    """
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    for measure, counts in own_n.items():
        of_units = {str(unit_id): int(n) for unit_id, n in counts.items()}
        for breach in audit.breaches(parents, of_units, published, k=k):
            _refuse(measure, breach.unit_id, k)


def require_safe_together(
    own_n: pd.DataFrame,
    organisation: Organisation,
    published: Collection[str],
    crossing: Collection[tuple[str, str]],
    *,
    k: int,
) -> None:
    """Raise ReleaseUnsafe where units and crossing cells together disclose fewer than k people.

    own_n: (unit_id, group) × measures, the respondents attached to each.
    """
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    units, groups = (own_n.index.get_level_values(name) for name in ("unit_id", "group"))
    for measure, of_atoms in own_n.items():
        counts = dict(zip(zip(units, groups, strict=True), of_atoms.astype(int), strict=True))
        for breach in crossing_audit.crossing_breaches(parents, published, crossing, counts, k=k):
            _refuse(measure, breach.unit_id, k)


def require_unfollowed(
    own_n: pd.Series,
    organisation: Organisation,
    published: Collection[str],
    moves: Mapping[str, int | None],
    *,
    k: int,
) -> None:
    """Raise ReleaseUnsafe where single questions of units follow fewer than k who came or left.

    own_n: the respondents attached to each unit. moves: as for `passed`.
    """
    parents = {unit.id: unit.parent_id for unit in organisation.units}
    counts = {str(unit_id): int(n) for unit_id, n in own_n.items()}
    for unit_id in followed(parents, counts, published, moves, k=k):
        _refuse(own_n.name, unit_id, k)


def require_whole_index(places: Mapping[str, Collection[Hashable]], *, k: int) -> None:
    """Raise ReleaseUnsafe where the index stands without one of the dimensions it is the mean of.

    The index less the dimensions beside it would be the one that is hidden.
    """
    dimensions = {measure: of for measure, of in places.items() if measure != INDEX}
    for place in places.get(INDEX, ()):
        for dimension, of_dimension in dimensions.items():
            if place not in of_dimension:
                _refuse(dimension, str(place), k)


def _refuse(measure: Hashable, unit_id: str, k: int) -> None:
    raise ReleaseUnsafe(
        "Intet er frigivet: {measure} ville røbe en gruppe på under {k} i enheden {unit}.",
        measure=measure,
        k=k,
        unit=unit_id,
    )
