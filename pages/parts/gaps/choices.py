"""The choices of the gap list, kept in the address."""

from dataclasses import dataclass, replace

import streamlit as st

from models.services.gaps import GapList
from models.services.promises.scoreboard import ScoreboardCriterion
from models.strategy.gap import GAP_WORD, OF_INITIATIVES, Effort, GapKind
from pages.parts.address import pick
from pages.shell.wording import _

ALL, NOBODY = "all", "nobody"


@dataclass(frozen=True)
class GapChoice:
    """A kind of gap, a theme and an owner; blank is all of them."""

    kind: str
    theme: str
    owner: str

    def narrowed(self, gap_list: GapList) -> GapList:
        """Return the list with the chosen kind, theme and owner alone."""
        return replace(
            gap_list,
            promises={
                kind: tuple(row for row in rows if self._has(row))
                for kind, rows in gap_list.promises.items()
                if self.kind in {ALL, kind}
            },
            efforts={
                kind: tuple(effort for effort in rows if self._includes(effort))
                for kind, rows in gap_list.efforts.items()
                if self.kind in {ALL, kind}
            },
        )

    def _has(self, row: ScoreboardCriterion) -> bool:
        owner = owner_of(row) or NOBODY
        return self.theme in {ALL, row.criterion.theme_id} and self.owner in {ALL, owner}

    def _includes(self, effort: Effort) -> bool:
        themes = {initiative.theme_id for initiative in effort}
        return self.owner == ALL and (self.theme == ALL or self.theme in themes)


def owner_of(row: ScoreboardCriterion) -> str:
    """Return the owner that stands in a promise's target; blank where none does."""
    return row.target.owner if row.target else ""


def gap_choice(gap_list: GapList) -> GapChoice:
    """Ask which gaps to show; all of them to begin with."""
    board = gap_list.board
    kinds = {ALL: _("Alle mangler")} | {str(kind): _(GAP_WORD[kind]) for kind in _kinds(gap_list)}
    themes = {ALL: _("Alle temaer")} | {theme.id: theme.title for theme in board.strategy.themes}
    names = sorted({owner_of(row) for row in board.standings} - {""})
    owners = {ALL: _("Alle ejere"), NOBODY: _("Ingen ejer")} | {name: name for name in names}
    columns = st.columns(3)
    with columns[0]:
        kind = pick("gap", _("Det mangler"), list(kinds), key="gap_kind",
                    words_of=kinds.__getitem__)  # fmt: skip
    with columns[1]:
        key = f"gap_theme_{board.strategy.id}"
        theme = pick("theme", _("Tema"), list(themes), key=key, words_of=themes.__getitem__)
    with columns[2]:
        key = f"gap_owner_{board.strategy.id}"
        owner = pick("owner", _("Ejer"), list(owners), key=key, words_of=owners.__getitem__)
    return GapChoice(kind, theme, owner)


def _kinds(gap_list: GapList) -> list[GapKind]:
    """Return the kinds that there is anything of."""
    rows = {**gap_list.promises, **gap_list.efforts}
    return [kind for kind in GapKind if rows[kind] or kind not in OF_INITIATIVES]
