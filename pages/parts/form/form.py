"""A form that reads what people write, and lists above its fields what must be mended."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TypeVar
from urllib.parse import quote

import streamlit as st

from models.errors import InputError, SteeringError
from models.wording import N_, reading
from pages.parts.form.field import Field, box
from pages.shell.wording import Markdown, _, language, markdown_escaped, words
from survey.errors import SurveyError

_MISSING = N_("Feltet skal udfyldes.")

T = TypeVar("T")


class Form:
    """The fields of a form, their problems, and the list of those above the first field.

    A field is named by the form's key and its own. What is written lasts as long as the session,
    also while another page is visited, until `clear`.
    """

    def __init__(self, key: str) -> None:
        self.key = key
        self._fields: list[Field] = []
        self._top = st.empty()
        self._tried, self._wrong, self._round = (f"{key}_{n}" for n in ("tried", "wrong", "round"))

    def number(
        self,
        label: str,
        value: float | None = None,
        *,
        key: str,
        unit: str = "",
        hint: str = "",
        required: bool = False,
    ) -> float | None:
        """Ask for a figure; None, never 0, when the field is empty or cannot be read."""
        sign = reading.SIGNS[language()]
        return self._read(
            label,
            "" if value is None else reading.written_number(value, sign),
            lambda text: reading.number(text, sign),
            lambda figure: f"{words().number(figure, 10)} {unit}".strip(),
            key=key,
            hint=hint or _("Fx {figure}", figure=words().number(12.5)),
            decimal=True,
            required=required,
        )

    def count(
        self,
        label: str,
        value: float | None = None,
        *,
        key: str,
        unit: str = "",
        required: bool = False,
    ) -> int | None:
        """Ask for a whole number from 0 up; None when the field is empty or cannot be read."""
        sign = reading.SIGNS[language()]
        return self._read(
            label,
            "" if value is None else reading.written_number(value, sign),
            lambda text: reading.count(text, sign),
            lambda figure: f"{words().number(figure, 0)} {unit}".strip(),
            key=key,
            hint=_("Et helt tal"),
            decimal=True,
            required=required,
        )

    def day(
        self, label: str, value: date | None = None, *, key: str, required: bool = False
    ) -> date | None:
        """Ask for a day; None when the field is empty or cannot be read."""
        example = reading.written_day(date(2015, 12, 31), language())
        return self._read(
            label,
            "" if value is None else reading.written_day(value, language()),
            reading.day,
            words().day,
            key=key,
            hint=_("Fx {figure}", figure=example),
            required=required,
        )

    def text(
        self,
        label: str,
        value: str = "",
        *,
        key: str,
        hint: str = "",
        longest: int | None = None,
        height: int | None = None,
        required: bool = False,
    ) -> str:
        """Ask for a text, of several lines where it has a height; without the spaces around it."""
        key = self._named(key)
        with box(key, required=required):
            text = (
                st.text_input(
                    markdown_escaped(label),
                    value,
                    max_chars=longest,
                    key=key,
                    persist_state="session",
                )
                if height is None
                else st.text_area(
                    markdown_escaped(label),
                    value,
                    max_chars=longest,
                    height=height,
                    key=key,
                    persist_state="session",
                )
            ).strip()
            problem = InputError(_MISSING) if required and not text else None
            self._add(Field(key, label, st.empty(), problem, required=required), hint, text)
        return text

    def choice(self, label: str, names: Mapping[T, str], *, key: str) -> T | None:
        """Ask for one of a few; None until one is chosen, which it must be."""
        key = self._named(key)
        with box(key, required=True):
            value = st.radio(
                markdown_escaped(label),
                list(names),
                index=None,
                format_func=lambda choice: markdown_escaped(names[choice]),
                horizontal=True,
                key=key,
                persist_state="session",
            )
            problem = InputError(_MISSING) if value is None else None
            self._add(Field(key, label, st.empty(), problem, required=True), "", "")
        return value

    def need(self, key: str, problem: InputError) -> None:
        """Refuse a field that is empty although what stands beside it needs it."""
        for place, field in enumerate(self._fields):
            if field.key == self._named(key) and field.problem is None:
                self._fields[place] = replace(field, problem=problem)
                if st.session_state.get(self._tried):
                    field.say(words().error(problem), problem=True)

    def ready(self, label: str) -> bool:
        """Draw the button; whether it is pressed and every field holds what can be saved."""
        pressed = st.button(
            markdown_escaped(label),
            type="primary",
            key=f"{self.key}_send",
            on_click=self._try_to_send,
        )
        problems = [field for field in self._fields if field.problem]
        if pressed:
            self._list(problems)
        elif self._wrong in st.session_state:
            self._top.error(
                markdown_escaped(st.session_state[self._wrong]), icon=":material/error:"
            )
        return pressed and not problems

    @contextmanager
    def refusals(self, **places: str) -> Iterator[None]:
        """Show a broken rule at its field and above the form; other exceptions pass through.

        places: a field's own key by the name that the rule gives it, where they differ.
        """
        try:
            yield
        except (SurveyError, SteeringError) as problem:
            name = str(problem.values.get("field", ""))
            key = self._named(places.get(name, name))
            field = next((field for field in self._fields if field.key == key), None)
            if field is None:
                st.error(markdown_escaped(words().error(problem)), icon=":material/error:")
                return
            named = type(problem)(problem.message, **{**problem.values, "field": field.label})
            field.say(words().error(named), problem=True)
            self._list([Field(key, field.label, field.note, named)])

    def clear(self) -> None:
        """Forget what was written: the next run draws the form as new."""
        st.session_state[self._round] = st.session_state.get(self._round, 0) + 1
        for key in (self._tried, self._wrong):
            st.session_state.pop(key, None)

    def _read(
        self,
        label: str,
        start: str,
        read: Callable[[str], T | None],
        in_words: Callable[[T], str],
        *,
        key: str,
        hint: str,
        decimal: bool = False,
        required: bool = False,
    ) -> T | None:
        key = self._named(key)
        with box(key, required=required):
            text = st.text_input(
                markdown_escaped(label), start, key=key, autocomplete="off", persist_state="session"
            )
            value, problem = None, None
            try:
                value = read(text)
            except InputError as fault:
                problem = fault
            if required and not text.strip():
                problem = InputError(_MISSING)
            understood = hint if value is None else _("Du skriver {value}", value=in_words(value))
            self._add(Field(key, label, st.empty(), problem, decimal, required), understood, text)
        return value

    def _add(self, field: Field, sentence: str, text: str) -> None:
        """Write the field's line. That something is missing is said once the button was pressed."""
        self._fields.append(field)
        if field.problem and (text.strip() or st.session_state.get(self._tried)):
            field.say(words().error(field.problem), problem=True)
        else:
            field.say(sentence)

    def _named(self, key: str) -> str:
        times = st.session_state.get(self._round, 0)
        return f"{self.key}_{key}_{times}" if times else f"{self.key}_{key}"

    def _try_to_send(self) -> None:
        st.session_state[self._tried] = True
        st.session_state.pop(self._wrong, None)

    def _list(self, wrong: list[Field]) -> None:
        """List the fields with problems above the form, each a link to its field."""
        if not wrong:
            return
        lines = [
            f"- [{markdown_escaped(field.label)}](#field-{quote(field.key)}): "
            f"{markdown_escaped(words().error(field.problem))}"
            for field in wrong
            if field.problem
        ]
        text = Markdown("\n".join([_("Intet er gemt endnu. Ret først dette:"), "", *lines]))
        st.session_state[self._wrong] = text
        self._top.error(text, icon=":material/error:")
