"""The promises in the layout of the paper: frames by focus areas, or theme beside theme."""

from html import escape

import streamlit as st

from models.charts.board import matrix
from models.charts.board.matrix import BoardMatrix
from models.charts.chart_file import Caption
from models.charts.promises.counts import red_count, sign_counts
from models.charts.promises.signs import Sign, sign_of
from models.services.promises.scoreboard import Scoreboard, ScoreboardCriterion
from models.strategy.paper.theme import StrategyTheme
from pages.parts.board.signs import sign_links
from pages.parts.board.view import Address, promise_address
from pages.parts.figure import figure_table
from pages.parts.promises.paper_words import THEME_KIND_WORD
from pages.shell.wording import _, ngettext, words

Promises = tuple[ScoreboardCriterion, ...]


def board_matrix(board: Scoreboard, chosen: frozenset[Sign], *, source: str) -> None:
    """Show every promise as a sign in its place. chosen: the statuses that stand out."""
    picture = matrix.matrix(board.strategy, board.standings)
    address = promise_address(board.strategy.id)
    caption = Caption(matrix.finding(picture, words()), _reading(picture), source)
    draw = _table if picture.frames else _themes
    st.html(draw(picture, caption, address, chosen))
    if not picture.frames:
        figure_table(matrix.table(picture, words()), caption)


def _reading(picture: BoardMatrix[ScoreboardCriterion]) -> str:
    if not picture.frames:
        return _("Et tegn er et løfte; det fører til løftets side.")
    return _(
        "Et tegn er et løfte. Ved kanten står hvert temas egne; i felterne de af dem, som et "
        "initiativ binder til både ramme og område."
    )


def _table(
    picture: BoardMatrix[ScoreboardCriterion],
    caption: Caption,
    address: Address,
    chosen: frozenset[Sign],
) -> str:
    """Each theme's head holds its own promises, so that the picture needs no row for them."""

    def head(theme: StrategyTheme, scope: str) -> str:
        promises = picture.own[theme.id]
        return f'<th scope="{scope}">{_cell(promises, address, chosen, title=theme.title)}</th>'

    areas = "".join(head(theme, "col") for theme in picture.columns)
    rows = "".join(
        f"<tr>{head(frame, 'row')}"
        + "".join(
            f"<td>{_cell(picture.shared.get((frame.id, column.id), ()), address, chosen)}</td>"
            for column in picture.columns
        )
        + "</tr>"
        for frame in picture.frames
    )
    return (
        f'<table class="pj-matrix"><caption>{escape(caption.finding)}</caption>'
        f'<thead><tr><td><span class="pj-finding" aria-hidden="true">{escape(caption.finding)}'
        f'</span><span class="pj-reading">{escape(caption.reading)}</span></td>{areas}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _themes(
    picture: BoardMatrix[ScoreboardCriterion],
    caption: Caption,
    address: Address,
    chosen: frozenset[Sign],
) -> str:
    cards = "".join(
        f'<li><span class="pj-kind">{escape(_(THEME_KIND_WORD[theme.kind]))}</span>'
        f"{_cell(picture.own[theme.id], address, chosen, title=theme.title)}</li>"
        for theme in picture.columns
    )
    return (
        f'<div class="pj-themes"><p class="pj-finding">{escape(caption.finding)}</p>'
        f'<p class="pj-reading">{escape(caption.reading)}</p><ul>{cards}</ul></div>'
    )


def _cell(promises: Promises, address: Address, chosen: frozenset[Sign], *, title: str = "") -> str:
    """Return number, title and signs of some promises; "none" where there are none."""
    name = f'<span class="pj-theme">{escape(title)}</span>' if title else ""
    if not promises:
        return f'{name}<span class="pj-none">{escape(_("Ingen"))}</span>'
    reds = red_count(sign_counts(promises))
    n, red = words().number(len(promises), 0), ngettext("{n} rød", "{n} røde", reds) if reds else ""
    if chosen:
        matching = sum(sign_of(row.assessment) in chosen for row in promises)
        n, red = _("{n} af {all}", n=matching, all=len(promises)), ""
    return (
        f'{name}<span class="pj-count"><b>{escape(n)}</b> <span>{escape(red)}</span></span>'
        f"{sign_links(promises, address, chosen=chosen)}"
    )
