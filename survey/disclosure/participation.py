"""The units whose participation is shown, so that none follows of fewer than five invited.

A response rate of one or two invited says of a person that she answered, or that she did not, and
so does the difference between two rates. Theorem 1 of survey/disclosure/choosing/unit_pattern.py
holds for the invited as it does for respondents; those of a small unit count in the unit above.
"""

from survey.asking.organisation import Organisation
from survey.asking.participation import FEWEST_INVITED
from survey.disclosure.choosing.unit_pattern import optimal_pattern


def units_with_participation(organisation: Organisation) -> frozenset[str]:
    """Return the units whose participation may be shown; a unit of unknown staff is not among them.

    Where a unit has fewer staff than the units below it, nobody counts as attached to it.
    """
    staff = {unit.id: unit.staff for unit in organisation.units if unit.staff is not None}
    attached = dict(staff)
    for unit_id, invited in staff.items():
        # The people of a unit under one of unknown staff are counted in the next one above.
        above = (unit.id for unit in reversed(organisation.path(unit_id)[:-1]) if unit.id in staff)
        if (nearest := next(above, None)) is not None:
            attached[nearest] -= invited
    return optimal_pattern(
        organisation,
        {unit_id: max(invited, 0) for unit_id, invited in attached.items()},
        k=FEWEST_INVITED,
        allowed={unit_id for unit_id, invited in staff.items() if invited >= FEWEST_INVITED},
    )
