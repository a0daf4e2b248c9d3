"""The things that a strategy lacks before its promises can be steered by."""

from collections.abc import Sequence
from enum import StrEnum

from models.strategy.paper.theme import Initiative
from models.wording import N_

# Initiatives that promise or show the same thing, in the paper's order.
Effort = tuple[Initiative, ...]


class GapKind(StrEnum):
    """The sorts of gap; the last two are of initiatives, the others of promises."""

    TARGET = "target"
    START = "start"
    OWNER = "owner"
    INITIATIVE = "initiative"
    NEVER_MEASURED = "never_measured"
    STALE = "stale"
    UNCONFIRMED = "unconfirmed"
    UNDOCUMENTED = "undocumented"
    CRITERION = "criterion"
    REPEATED = "repeated"


OF_INITIATIVES = frozenset({GapKind.CRITERION, GapKind.REPEATED})

GAP_WORD = {
    GapKind.TARGET: N_("Mangler et mål eller en frist"),
    GapKind.START: N_("Mangler et udgangspunkt"),
    GapKind.OWNER: N_("Mangler en ejer"),
    GapKind.INITIATIVE: N_("Intet initiativ bidrager"),
    GapKind.NEVER_MEASURED: N_("Aldrig målt"),
    GapKind.STALE: N_("Den seneste måling er for gammel"),
    GapKind.UNCONFIRMED: N_("Planen er ikke bekræftet"),
    GapKind.UNDOCUMENTED: N_("Fristen er gået uden dokumentation"),
    GapKind.CRITERION: N_("Initiativer, der ikke bidrager til noget løfte"),
    GapKind.REPEATED: N_("Initiativer, der står flere steder"),
}


def efforts(initiatives: Sequence[Initiative]) -> tuple[Effort, ...]:
    """Return the initiatives, those together that are named as the same thing, either way round.

    The paper may say the same thing under several themes: it counts once, where it stands first.
    """
    ids = {initiative.id for initiative in initiatives}
    same: dict[str, set[str]] = {initiative.id: {initiative.id} for initiative in initiatives}
    for initiative in initiatives:
        # Cases are named beside initiatives, and are none.
        for other in ids.intersection(initiative.related):
            group = same[initiative.id] | same[other]
            for member in group:
                same[member] = group
    groups = {
        frozenset(same[initiative.id]): tuple(row for row in initiatives if row.id in group)
        for initiative in initiatives
        for group in [same[initiative.id]]
    }
    return tuple(groups.values())


def serves_nothing(effort: Effort) -> bool:
    """Whether none of the initiatives contributes to a promise."""
    return not any(initiative.criteria for initiative in effort)


def is_repeated(effort: Effort) -> bool:
    """Whether the same thing stands under several themes."""
    return len({initiative.theme_id for initiative in effort}) > 1
