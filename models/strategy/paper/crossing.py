"""The cells of a strategy's matrix: where an initiative ties a frame and a focus area together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models.strategy.paper.strategy import Strategy

# Frame and focus area, by their ids.
Place = tuple[str, str]


@dataclass(frozen=True)
class Crossing:
    """One cell: the initiatives that tie both themes together, and the criteria they serve there.

    Ids, in the order of the paper.
    """

    initiatives: tuple[str, ...]
    criteria: tuple[str, ...]


def crossings(strategy: Strategy) -> Mapping[Place, Crossing]:
    """Return the cells that are not empty; none where the strategy has no matrix.

    An initiative counts under its own theme and under those of the initiatives that promise the
    same (`related`). It lies in the cell of such a theme and the theme of a criterion it serves.
    """
    if strategy.matrix is None:
        return {}
    cells = set(strategy.matrix.cells)
    initiatives: defaultdict[Place, set[str]] = defaultdict(set)
    criteria: defaultdict[Place, set[str]] = defaultdict(set)
    themes = _themes(strategy)
    for initiative in strategy.initiatives:
        for criterion_id in initiative.criteria:
            own = strategy.criterion(criterion_id).theme_id
            for theme_id in themes[initiative.id]:
                for place in cells & {(own, theme_id), (theme_id, own)}:
                    initiatives[place].add(initiative.id)
                    criteria[place].add(criterion_id)
    return {
        place: Crossing(
            _in_order((initiative.id for initiative in strategy.initiatives), ids),
            _in_order((criterion.id for criterion in strategy.criteria), criteria[place]),
        )
        for place, ids in initiatives.items()
    }


def _themes(strategy: Strategy) -> Mapping[str, set[str]]:
    """Return each initiative's own theme and those of its relatives, whichever names the other."""
    own = {initiative.id: initiative.theme_id for initiative in strategy.initiatives}
    themes: dict[str, set[str]] = {
        id_: {theme_id} if theme_id else set() for id_, theme_id in own.items()
    }
    for initiative in strategy.initiatives:
        for relative in initiative.related:
            for id_, twin_id in ((initiative.id, relative), (relative, initiative.id)):
                if id_ in own and (theme_id := own.get(twin_id)):
                    themes[id_].add(theme_id)
    return themes


def _in_order(ids: Iterable[str], chosen: set[str]) -> tuple[str, ...]:
    return tuple(id_ for id_ in ids if id_ in chosen)
