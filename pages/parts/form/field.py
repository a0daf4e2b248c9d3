"""A field of a form and the line under it, which front_page.js ties to the field."""

from dataclasses import dataclass
from datetime import date
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.errors import InputError
from models.wording import reading
from pages.shell.wording import language, markdown_escaped, words
from survey.errors import SpokenError


@dataclass(frozen=True)
class Field:
    """A field that has been drawn. problem: why what it holds cannot be saved.

    decimal: whether a telephone shows figures and a comma for it.
    """

    key: str
    label: str
    note: DeltaGenerator
    problem: SpokenError | None = None
    decimal: bool = False
    required: bool = False

    def say(self, sentence: str, *, problem: bool = False) -> None:
        """Write the line under the field; it is there without a sentence too.

        Otherwise the button would move away under the click that takes the field out of focus.
        """
        states = ("decimal", self.decimal), ("required", self.required), ("problem", problem)
        marks = "".join(f' data-pejling-{name}=""' for name, holds in states if holds)
        kind = "pj-note pj-problem" if problem else "pj-note"
        self.note.html(
            f'<p class="{kind}" id="field-{escape(self.key)}" '
            f'data-pejling-field="{escape(self.key)}"{marks}>{escape(sentence) or "&nbsp;"}</p>'
        )


def box(key: str, *, required: bool = False) -> DeltaGenerator:
    """The container of a field; the style sheet puts a star at the name of a required field."""
    return st.container(gap=None, key=f"pj_{'required' if required else 'field'}_{key}")


def day_field(label: str, usual: date, *, key: str, hint: str = "") -> date:
    """Ask for a day outside a form; the usual day while none can be read."""
    with box(key):
        text = st.text_input(
            markdown_escaped(label),
            reading.written_day(usual, language()),
            key=key,
            help=markdown_escaped(hint),
            autocomplete="off",
        )
        field = Field(key, label, st.empty())
        try:
            day = reading.day(text) or usual
        except InputError as problem:
            field.say(words().error(problem), problem=True)
            return usual
        field.say(words().day(day))
    return day
