"""One bar of all promises, a part for each status; a click shows the promises of that status."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from models.charts.promises.counts import sign_counts
from models.charts.promises.signs import Sign, sign_word
from models.charts.promises.standing import CriterionStanding
from pages.parts.board.signs import shape
from pages.shell import theme
from pages.shell.wording import Markdown, _, markdown_escaped, words
from survey.plain_text import plain

# The bar's name begins like our classes, so that a dark screen's page is printed with its colours.
KEY, LIST_KEY = "pj-board-status", "board_list"
_ADDRESS = "address_of_board_status"


def sign_bar(standings: Sequence[CriterionStanding]) -> frozenset[Sign]:
    """Show the bar and return the chosen statuses, none to begin with. `?status=` chooses them."""
    counts = sign_counts(standings)
    signs = {str(sign): sign for sign in Sign if counts[sign]}
    _obey(signs)
    if not signs:
        return frozenset()
    _widths(counts, list(signs.values()))
    choice = st.segmented_control(
        _("Alle løfter efter status: vælg en eller flere for at se dem alene"),
        list(signs),
        selection_mode="multi",
        format_func=lambda sign: _label(signs[sign], counts),
        key=KEY,
        on_change=_open_list,
        label_visibility="collapsed",
        width="stretch",
    )
    _show(choice)
    legend = "".join(
        f"<li>{shape(sign)} {escape(sign_word(sign, words()))} "
        f"<b>{words().number(counts[sign], 0)}</b></li>"
        for sign in signs.values()
    )
    st.html(f'<ul class="pj-bar-legend" aria-hidden="true">{legend}</ul>')
    return frozenset(signs[sign] for sign in choice)


def _label(sign: Sign, counts: Mapping[Sign, int]) -> Markdown:
    n, word = words().number(counts[sign], 0), markdown_escaped(sign_word(sign, words()))
    return Markdown(f"**{n}** :small[{word}]")


def _widths(counts: Mapping[Sign, int], signs: Sequence[Sign]) -> None:
    """Give each part of the bar its width, colour and shape."""
    place = f".st-key-{KEY} button:nth-of-type"
    rules = "".join(
        f"{place}({number}) {{ flex-grow: {counts[sign]}; "
        f"--pj-shape: var(--pj-image-{name}); --pj-part: var(--pj-fill-{name}); "
        f"--pj-part-tint: var(--pj-tint-{name}); --pj-part-text: var(--pj-text-{name}); }}\n"
        for number, (sign, name) in enumerate(
            ((sign, sign.replace("_", "-")) for sign in signs), start=1
        )
    )
    theme.put_rules(rules)


def _open_list() -> None:
    st.session_state[LIST_KEY] = True


def _obey(signs: Mapping[str, Sign]) -> None:
    """Set the choice to the address's, each time that has changed; what has no promise is left."""
    choice_text = plain(st.query_params.get("status", ""))
    if choice_text != st.session_state.get(_ADDRESS) or KEY not in st.session_state:
        st.session_state[KEY] = choice_text.split(",")
        if choice_text:
            _open_list()
    st.session_state[KEY] = [sign for sign in signs if sign in st.session_state[KEY]]
    st.session_state[_ADDRESS] = choice_text


def _show(choice: Sequence[str]) -> None:
    text = ",".join(choice)
    if text:
        st.query_params["status"] = text
    elif "status" in st.query_params:
        del st.query_params["status"]
    st.session_state[_ADDRESS] = text
