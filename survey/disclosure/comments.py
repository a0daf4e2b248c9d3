"""The units that comments are filed at and shown at, never fewer together than a threshold."""

from collections.abc import Mapping

from survey.asking.organisation import Organisation
from survey.disclosure.choosing.unit_pattern import optimal_pattern

# Themes are separated only where comments come from several units.
FEWEST_UNITS = 2
DEPARTMENT, SECTION = "department", "section"
# How far down a comment may be filed where no unit above it is called a department.
DEEPEST = 2


def filed_at(organisation: Organisation, unit_id: str) -> str:
    """Return the unit that a comment is filed at: the department, or a unit above it.

    Without a department on the way up it is the unit itself or the one two levels under the root,
    whichever is higher; never a section. Raises UnitUnknown.
    """
    path = organisation.path(unit_id)
    for unit in path:
        if unit.kind == DEPARTMENT:
            return unit.id
    high = [unit.id for unit in path[1 : DEEPEST + 1] if unit.kind != SECTION]
    return high[-1] if high else organisation.root.id


def places(organisation: Organisation, counts: Mapping[str, int], *, k: int) -> dict[str, str]:
    """Return unit with comments -> the unit they are shown at; units without a place are absent.

    counts: comments filed at each unit itself. Each comment is shown at one place, the nearest
    above it, so that no two places can be laid over one another; a place has k comments or more
    (theorem 1 of survey/disclosure/choosing/unit_pattern.py).
    """
    published = optimal_pattern(organisation, counts, k=k)
    shown_at = {}
    for unit_id, count in counts.items():
        upwards = (unit.id for unit in reversed(organisation.path(unit_id)))
        place = next((above for above in upwards if above in published), None)
        if count and place is not None:
            shown_at[unit_id] = place
    return shown_at
