"""One screen of a questionnaire, with the answers so far."""

from collections.abc import Callable
from enum import StrEnum

import streamlit as st

from pages.shell.wording import _, language
from survey.asking.instrument import Instrument
from survey.asking.question import Item

Answers = dict[str, int]


class Move(StrEnum):
    """The button that the respondent pressed."""

    BACK = "back"
    NEXT = "next"
    SEND = "send"


def likert_form(
    instrument: Instrument,
    place: int,
    answers: Answers,
    *,
    key: str,
    closing: Callable[[], None] | None = None,
) -> tuple[Move | None, Answers]:
    """Show the screen at a place; return the move, None until a button is pressed, and all answers.

    answers: item id -> position on the scale, 0 for "don't know"; not answered is absent.
    closing: draws what stands under the questions of the last screen.
    """
    screen, last = instrument.screens[place], len(instrument.screens) - 1
    code = language()
    st.progress((place + 1) / (last + 1), _("Side {n} af {all}", n=place + 1, all=last + 1))
    with st.form(f"{key}_{screen.id}", border=False):
        st.subheader(screen.title[code])
        for text in filter(None, (screen.stem, screen.note)):
            st.markdown(text[code])
        with st.container(key="questions"):
            here = {
                item.id: _question(instrument, item, answers.get(item.id), key)
                for item in screen.items
            }
        if closing is not None and place == last:
            closing()
        move = _buttons(first=place == 0, last=place == last)
    elsewhere = {item_id: answer for item_id, answer in answers.items() if item_id not in here}
    answered = {item_id: answer for item_id, answer in here.items() if answer is not None}
    return move, elsewhere | answered


def _question(instrument: Instrument, item: Item, answer: int | None, key: str) -> int | None:
    scale, code = instrument.scale(item.scale), language()
    labels = dict(
        zip(range(scale.first, scale.first + scale.points), scale.labels[code], strict=True)
    )
    if scale.opt_out is not None:
        labels[0] = scale.opt_out[code]
    values = list(labels)
    return st.radio(
        item.wording[code],
        values,
        index=values.index(answer) if answer in values else None,
        format_func=labels.__getitem__,
        horizontal=True,
        key=f"{key}_{item.id}",
    )


def _buttons(*, first: bool, last: bool) -> Move | None:
    pressed = None
    with st.container(horizontal=True):
        if not first and st.form_submit_button(_("Tilbage")):
            pressed = Move.BACK
        name = _("Send svar") if last else _("Næste")
        if st.form_submit_button(name, type="primary"):
            pressed = Move.SEND if last else Move.NEXT
    return pressed
