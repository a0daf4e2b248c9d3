"""Ideas that resemble one another, brought together under a name made of their own words."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import log, sqrt

from models.ideas.grouping import Grouping, IdeaTheme
from models.ideas.idea import Idea
from models.ideas.language import content, names, stems

MOST_THEMES = 12
TERMS = 5
TERMS_IN_NAME = 3
NAMELESS = "–"
# A strategy theme must resemble the ideas this much more than the next one does.
MARGIN = 0.03


@dataclass(frozen=True)
class _Read:
    """An idea as it is compared: its telling words, and their stems in the same order."""

    idea: Idea
    words: tuple[str, ...]
    stems: tuple[str, ...]


def _read(idea: Idea) -> _Read:
    words = content(idea.words, idea.language)
    return _Read(idea, tuple(words), tuple(stems(words, idea.language)))


def theme_count(ideas: int) -> int:
    """Return the number of themes for so many ideas: between 2 and 12."""
    return min(MOST_THEMES, max(2, round(sqrt(ideas / 2))))


def _theme_id(medoid: str) -> str:
    return "t-" + sha256(medoid.encode()).hexdigest()[:8]


def _terms(
    theme: Sequence[_Read], everywhere: Counter[str], spelled: Mapping[str, str]
) -> tuple[str, ...]:
    """The words that tell a theme from the others (c-TF-IDF), as they are most often written.

    Words that several of its ideas share come first.
    """
    here = Counter(stem for read in theme for stem in set(read.stems))
    telling = {
        stem: count * log(1 + sum(everywhere.values()) / everywhere[stem])
        for stem, count in here.items()
        if names(spelled[stem])
    }
    best = sorted(telling, key=lambda stem: (here[stem] == 1, -telling[stem], stem))[:TERMS]
    return tuple(spelled[stem] for stem in best)


def _spelled(reads: Sequence[_Read]) -> dict[str, str]:
    """Each stem as it is most often written; the alphabet settles a draw."""
    forms: dict[str, Counter[str]] = {}
    for read in reads:
        for word, stem in zip(read.words, read.stems, strict=True):
            forms.setdefault(stem, Counter())[word] += 1
    return {
        stem: min(counts, key=lambda form: (-counts[form], form)) for stem, counts in forms.items()
    }


def _named(reads: Sequence[_Read], themes: Sequence[Sequence[_Read]]) -> list[IdeaTheme]:
    """One theme for each list of ideas; the first, best fitting, idea gives the theme its id."""
    everywhere = Counter(stem for read in reads for stem in set(read.stems))
    spelled = _spelled(reads)
    idea_themes = []
    for theme in themes:
        terms = _terms(theme, everywhere, spelled)
        name = ", ".join(terms[:TERMS_IN_NAME]) or theme[0].idea.title.strip() or NAMELESS
        ids = tuple(read.idea.id for read in theme)
        idea_themes.append(IdeaTheme(_theme_id(ids[0]), name, terms, ids))
    return idea_themes


def _gathered(reads: Sequence[_Read], seed: int) -> tuple[list[list[_Read]], dict[str, float]]:
    """The ideas theme by theme, best fitting first, and every idea's fit."""
    if len(reads) < 2:  # noqa: PLR2004 - one idea is its own middle
        return [[read] for read in reads], {read.idea.id: 1.0 for read in reads}
    # Loading scikit-learn takes seconds; only who groups shall wait for it.
    from models.ideas import clusters  # noqa: PLC0415

    vectors = clusters.directions(
        [read.words for read in reads],
        [read.stems for read in reads],
        [read.idea.language for read in reads],
        seed,
    )
    labels, fits = clusters.groups(vectors, theme_count(len(reads)), seed)
    fit = {read.idea.id: round(float(value), 4) for read, value in zip(reads, fits, strict=True)}
    themes: dict[int, list[_Read]] = {}
    for read, label in zip(reads, labels, strict=True):
        themes.setdefault(int(label), []).append(read)
    best_first = [
        sorted(them, key=lambda read: (-fit[read.idea.id], read.idea.id))
        for them in themes.values()
    ]
    return sorted(best_first, key=lambda them: (-len(them), them[0].idea.id)), fit


def _serving(
    themes: Sequence[IdeaTheme], words_of: Mapping[str, str], strategy: Mapping[str, str]
) -> list[IdeaTheme]:
    """The same themes, each with the strategy theme it clearly resembles most."""
    from models.ideas import clusters  # noqa: PLC0415 - as above

    texts = [" ".join(words_of[idea_id] for idea_id in theme.idea_ids) for theme in themes]
    likeness = clusters.resemblance(texts, list(strategy.values()))
    served = []
    for theme, row in zip(themes, likeness, strict=True):
        ranked = sorted(zip(row, strategy, strict=True), reverse=True)
        best, strategy_theme = ranked[0]
        clear = best - (ranked[1][0] if len(ranked) > 1 else 0.0) >= MARGIN
        served.append(replace(theme, strategy_theme=strategy_theme if clear else None))
    return served


def group(
    ideas: Iterable[Idea], strategy_themes: Mapping[str, str] | None = None, seed: int = 0
) -> Grouping:
    """Bring ideas that resemble one another together under a name made of their own words.

    strategy_themes: id -> what the strategy says about it; a theme points to the one it resembles
    when one stands out.
    The same ideas in any order give the same themes. Ideas without words stand last, with fit 0.
    """
    reads = [_read(idea) for idea in sorted(ideas, key=lambda idea: idea.id)]
    with_words = [read for read in reads if read.words]
    silent = [read for read in reads if not read.words]
    gathered, fit = _gathered(with_words, seed)
    themes = _named(with_words, gathered)
    if themes and strategy_themes:
        themes = _serving(
            themes, {read.idea.id: " ".join(read.words) for read in with_words}, strategy_themes
        )
    if silent:
        themes += _named(silent, [silent])
    assignments = {
        idea_id: (theme.id, fit.get(idea_id, 0.0)) for theme in themes for idea_id in theme.idea_ids
    }
    return Grouping(tuple(themes), assignments)
