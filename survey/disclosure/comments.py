"""Where comments are filed and where they are shown: never so few together that one is known."""

from collections.abc import Mapping

from survey.asking.organisation import Organisation
from survey.disclosure.choosing.unit_pattern import optimal_pattern

# Words betray more than figures do: the least is ten, and more where the wave's own least is more.
FEWEST = 10
# Topics are told apart only where several units speak.
FEWEST_UNITS = 2
DEPARTMENT, SECTION = "department", "section"
# How far down a comment may be filed where no unit above it is called a department.
DEEPEST = 2


def fewest(smallest_group: int) -> int:
    """How many comments must stand together in a wave: twice its smallest group, at least ten."""
    return max(FEWEST, 2 * smallest_group)


def filed_at(organisation: Organisation, unit_id: str) -> str:
    """The unit under whose name a comment is kept: the department, or what lies above.

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
    """Unit with comments -> the unit they are shown at; absent where they are too few to be shown.

    counts: comments filed at each unit itself. Each comment is shown at one place, the nearest
    above it, so that no two places can be laid over one another; a place has k comments or more
    (theorem 1, design/disclosure-control.md 4).
    """
    shown = optimal_pattern(organisation, counts, k=k)
    found = {}
    for unit_id, count in counts.items():
        upwards = (unit.id for unit in reversed(organisation.path(unit_id)))
        place = next((one for one in upwards if one in shown), None)
        if count and place is not None:
            found[unit_id] = place
    return found
