"""The promises in the matrix of their strategy: each theme's own, and where two themes meet."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from models.charts.chart_file import Table
from models.charts.promises.counts import red_count, sign_counts
from models.charts.promises.distribution import counts_text
from models.charts.promises.signs import Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.strategy.paper.crossing import Place, crossings
from models.strategy.paper.strategy import Strategy
from models.strategy.paper.theme import StrategyTheme
from models.wording import Words

Standing = TypeVar("Standing", bound=CriterionStanding)
# Named one by one as long as they are so few.
FEW = 2


@dataclass(frozen=True)
class BoardMatrix(Generic[Standing]):
    """Frames by focus areas; a strategy without a matrix has its themes as columns and no frames.

    own: theme id -> its promises. shared: the promises of a cell, which are among the own ones of
    either theme. Both in the order of the paper; what is absent has none.
    """

    frames: tuple[StrategyTheme, ...]
    columns: tuple[StrategyTheme, ...]
    own: Mapping[str, tuple[Standing, ...]]
    shared: Mapping[Place, tuple[Standing, ...]]


def matrix(strategy: Strategy, standings: Sequence[Standing]) -> BoardMatrix[Standing]:
    """Return a strategy's promises laid out as its paper lays out its themes."""
    by_id = {standing.criterion.id: standing for standing in standings}
    own = {
        theme.id: tuple(row for row in standings if row.criterion.theme_id == theme.id)
        for theme in strategy.themes
    }
    if strategy.matrix is None:
        return BoardMatrix((), strategy.themes, own, {})
    shared = {
        place: tuple(by_id[id_] for id_ in crossing.criteria)
        for place, crossing in crossings(strategy).items()
    }
    return BoardMatrix(
        tuple(map(strategy.theme, strategy.matrix.frames)),
        tuple(map(strategy.theme, strategy.matrix.focus_areas)),
        own,
        shared,
    )


def finding(picture: BoardMatrix[Standing], words: Words) -> str:
    """Return the theme or themes with most red promises, or that none has any."""
    reds = {
        theme.title: red_count(sign_counts(picture.own[theme.id]))
        for theme in (*picture.frames, *picture.columns)
    }
    if all(sign_of(row.assessment) is Sign.NO_DATA for row in chain(*picture.own.values())):
        return words.say("Intet tema kan vurderes endnu")
    most = max(reds.values(), default=0)
    if not most:
        return words.say("Intet tema har røde løfter")
    titles = [title for title, count in reds.items() if count == most]
    if len(titles) > FEW:
        return words.say("Flest røde løfter i flere temaer: {red} i hvert", red=most)
    names = words.enumeration([f"”{title}”" for title in titles])
    return words.say("Flest røde løfter i {themes}: {red}", themes=names, red=most)


def table(picture: BoardMatrix[Standing], words: Words) -> Table:
    """Return the counts of every theme and cell in words, a row each."""
    rows = [
        (theme.title, "", picture.own[theme.id]) for theme in (*picture.frames, *picture.columns)
    ]
    rows += [
        (frame.title, column.title, picture.shared.get((frame.id, column.id), ()))
        for frame in picture.frames
        for column in picture.columns
    ]
    return [
        {
            words.say("Tema"): title,
            words.say("Fælles med"): other,
            words.say("Løfter"): len(standings),
            words.say("Røde"): red_count(sign_counts(standings)),
            words.say("Status"): counts_text(sign_counts(standings), words),
        }
        for title, other, standings in rows
    ]
