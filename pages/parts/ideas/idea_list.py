"""A list of ideas as they were written."""

from collections.abc import Iterable

import streamlit as st

from models.ideas.idea import STAGE_WORD, TYPE_WORD, Idea
from pages.shell.wording import _, markdown_escaped, words


def idea_list(ideas: Iterable[Idea], *, empty: str) -> None:
    """Show each idea with its stage; the text `empty` when there is none."""
    rows = list(ideas)
    if not rows:
        st.info(markdown_escaped(empty))
    for idea in rows:
        # Two blanks end a line: each line that was written is a line.
        lines = "  \n".join(markdown_escaped(line) for line in idea.text.splitlines() if line)
        st.markdown(f"**{markdown_escaped(idea.title)}**  \n{lines}")
        st.caption(markdown_escaped(" · ".join(_facts(idea))))


def _facts(idea: Idea) -> list[str]:
    facts = [_(STAGE_WORD[idea.stage]), words().day(idea.submitted_on)]
    if idea.innovation_type is not None:
        facts.append(_(TYPE_WORD[idea.innovation_type]))
    return facts
