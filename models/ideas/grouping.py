"""The result of grouping: themes with their ideas, and the fit of each idea."""

from dataclasses import dataclass


@dataclass(frozen=True)
class IdeaTheme:
    """Ideas that resemble one another.

    name: a proposal made of the most telling terms; a person may say it better.
    idea_ids: best fitting first.
    strategy_theme: the id of the strategy theme it resembles most, None when nothing stands out.
    """

    id: str
    name: str
    terms: tuple[str, ...]
    idea_ids: tuple[str, ...]
    strategy_theme: str | None = None


@dataclass(frozen=True)
class Grouping:
    """Every idea in exactly one theme, largest theme first.

    assignments: idea id -> theme id and fit, 0 (unlike the others) to 1 (the very middle).
    """

    themes: tuple[IdeaTheme, ...]
    assignments: dict[str, tuple[str, float]]
