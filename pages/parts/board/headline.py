"""The finding of the scoreboard, larger than everything else."""

from html import escape

import streamlit as st

from models.charts.board.headline import (
    change_sentence,
    headline,
    moved_sentence,
    outlook_sentence,
)
from pages.parts.board.view import BoardView
from pages.shell.wording import words


def board_headline(view: BoardView) -> None:
    """Show how the promises stand, what rose and fell, and which dates were moved."""
    standings = view.board.standings
    sentences = (
        change_sentence(view.transitions, words().day(view.since), words()),
        moved_sentence(standings, words()),
        outlook_sentence(standings, words()),
    )
    more = " ".join(filter(None, sentences))
    st.html(
        f'<p class="pj-headline">{escape(headline(standings, words()))}</p>'
        f'<p class="pj-subline">{escape(more)}</p>'
    )
