"""Weights of respondents, so that each unit counts by its staff and not by its answers.

Post-stratification by unit (Holt & Smith 1979, JRSS A 142:33; Cochran 1977, Sampling Techniques,
§5A.9): the respondents attached to a unit represent its attached staff. A stratum with fewer than
SMALLEST_STRATUM answers is collapsed with its neighbours (Cochran 1977 §5A.12), from below upwards:

1. the thin strata that the units right under a unit could not use are put together;
2. they stand as one stratum, and the unit's own people as another, when both are large enough;
3. otherwise they become one with the unit's own people, which stands when it is large enough;
4. what is still thin is handed up to the unit above; what reaches the root stands as it is.

The rule uses numbers of respondents and staff, never an answer. A unit whose own staff is unknown
stays outside: its people weigh 1, as if it had answered as often as the rest. Where more answered
than the register has, the respondents count as its staff. Staff of a stratum without answers are
not represented.
"""

from collections import defaultdict

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from survey.asking.organisation import Organisation

SMALLEST_STRATUM = 10
# Beyond this many times the median, a weight costs more precision than it removes bias.
HEAVIEST = 5.0


def attached_staff(organisation: Organisation) -> pd.Series:
    """Return the staff attached to each unit itself: its own, less that of the units under it.

    Indexed by unit id, parents first. NaN when its own number or one right under it is unknown;
    0 when the units under it have more than it has itself.
    """
    own = {}
    for unit_id in organisation.subtree(organisation.root.id):
        under = sum(_staff(child, organisation) for child in organisation.children(unit_id))
        left = _staff(unit_id, organisation) - under
        own[unit_id] = left if np.isnan(left) else max(left, 0.0)
    return pd.Series(own, dtype=float)


def weights(own_n: pd.Series, organisation: Organisation) -> pd.Series:
    """Return the weight of a respondent attached to each unit: share of staff / share of answers.

    own_n: unit id -> respondents attached to it; a unit left out has none. Raises UnitUnknown.
    Indexed by unit id, parents first, never NaN and never 0; mean 1 over respondents, none above
    HEAVIEST times their median. All 1 when no staff is known. A unit's weight stands also where it
    has no respondents.
    """
    strata = _strata(own_n, organisation)
    people = strata["all_n"].astype(int)
    answered = strata["n"] > 0
    if not answered.any():
        return pd.Series(1.0, index=strata.index)
    total = strata.loc[answered, ["own_n", "own_staff"]].sum()
    staff_each = strata["staff"] / strata["n"].where(answered)
    weight = (staff_each / (total["own_staff"] / total["own_n"])).fillna(1.0)
    # The median over people, not over units: each weight counts as often as people have it.
    median = np.median(np.repeat(weight.to_numpy(), people))
    trimmed: pd.Series = weight.clip(upper=HEAVIEST * median)
    return trimmed / float((trimmed * people).sum() / people.sum())


def effective_size(sum_w: ArrayLike, sum_w2: ArrayLike) -> NDArray[np.float64]:
    """Return the number of equally weighted respondents worth as much: (sum w)² / sum w².

    Kish 1965, Survey Sampling, §11.7; equals n when all weights are equal, NaN where there is
    nobody.
    """
    total, squares = np.asarray(sum_w, dtype=float), np.asarray(sum_w2, dtype=float)
    return np.asarray(total**2 / np.where(squares > 0, squares, np.nan))


def _staff(unit_id: str, organisation: Organisation) -> float:
    staff = organisation.unit(unit_id).staff
    return float("nan") if staff is None else float(staff)


def _strata(own_n: pd.Series, organisation: Organisation) -> pd.DataFrame:
    """One row per unit, parents first: its people and staff, and those of its whole stratum.

    all_n: its respondents. own_n, own_staff: the same, and staff, NaN where staff is unknown.
    n, staff: respondents and staff of its stratum, NaN where its staff is unknown.
    """
    for unit_id in own_n.index:
        organisation.unit(unit_id)
    staff = attached_staff(organisation)
    people = own_n.reindex(staff.index, fill_value=0).astype(float)
    with_staff = staff.notna()
    units = pd.DataFrame({"all_n": people, "own_n": people.where(with_staff), "own_staff": staff})
    units["own_staff"] = units["own_staff"].clip(lower=units["own_n"])
    stratum = _stratum_of(units["own_n"].dropna(), organisation)
    sums = units.groupby(stratum)[["own_n", "own_staff"]].sum()
    units["n"] = stratum.map(sums["own_n"])
    units["staff"] = stratum.map(sums["own_staff"])
    return units


def _stratum_of(own_n: pd.Series, organisation: Organisation) -> pd.Series:
    """The number of each unit's stratum, by the rule at the top of this module."""
    answers = {str(unit_id): float(n) for unit_id, n in own_n.items()}
    handed_up: dict[str | None, list[str]] = defaultdict(list)
    strata: list[list[str]] = []
    # From below upwards, so that what a unit hands up is there when its parent is reached.
    for unit_id in reversed(organisation.subtree(organisation.root.id)):
        thin = handed_up.pop(unit_id, [])
        own = [unit_id] if unit_id in answers else []
        if _enough(thin, answers) and _enough(own, answers):
            strata += [thin, own]
        elif _enough(thin + own, answers) or unit_id == organisation.root.id:
            strata.append(thin + own)
        else:
            handed_up[organisation.unit(unit_id).parent_id] += thin + own
    return pd.Series({unit_id: i for i, ids in enumerate(strata) for unit_id in ids}, dtype=float)


def _enough(unit_ids: list[str], answers: dict[str, float]) -> bool:
    return sum(answers[unit_id] for unit_id in unit_ids) >= SMALLEST_STRATUM
