"""The fields of a due promise: its value, and the owner's words about it."""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from models.services.promises.fraction_check import is_fraction
from models.services.updates.due_updates import PromiseUpdate
from models.steering.explanation import Explanation
from models.strategy.observation import Observation
from models.strategy.target import DONE, IndicatorKind
from pages.parts.form.form import Form
from pages.parts.updates.value_words import kind_of
from pages.shell.wording import _, markdown_escaped, say, words

NOT_YET = 0.0


@dataclass(frozen=True)
class Entry:
    """The contents of the fields of a promise.

    value: None where nothing is written that can be read. explanation: None without any words.
    """

    update: PromiseUpdate
    value: float | None
    n: int | None = None
    as_written: bool = False
    explanation: Explanation | None = None

    def observation(self, on: date) -> Observation | None:
        """Return the value as it is entered; None where there is none."""
        if self.value is None:
            return None
        return Observation(self.update.standing.criterion.id, self.update.day, self.value, on,
                           n=self.n)  # fmt: skip


def value_fields(form: Form, update: PromiseUpdate) -> Entry:
    """Ask for the value of the day that is due."""
    criterion, kind = update.standing.criterion, kind_of(update)
    key, day = f"value_{criterion.id}", words().day(update.day)
    if kind is IndicatorKind.MILESTONE:
        value = _milestone(form, criterion.id, day)
        return Entry(update, value)
    unit = criterion.indicator.unit
    label = _("{code} den {day} ({unit})", code=criterion.id, day=day, unit=unit)
    ask = form.count if kind is IndicatorKind.COUNT else form.number
    first, second = st.columns([3, 2]) if kind is IndicatorKind.SURVEY else (st, st)
    n = None
    with first.container():
        value = ask(label, key=key, unit=unit)
    if kind is IndicatorKind.SURVEY:
        with second.container():
            n = form.count(_("{code}: antal svar", code=criterion.id), key=f"n_{key}")
    as_written = is_fraction(value) and st.checkbox(
        say("Tallet er {value} og ikke {hundredfold}", value=words().number(value, 10),
            hundredfold=words().number(100 * (value or 0), 10)),
        key=f"{form.key}_{key}_as_written",
    )  # fmt: skip
    return Entry(update, value, n, as_written=as_written)


def _milestone(form: Form, criterion_id: str, day: str) -> float | None:
    answers = {"": _("Ikke besvaret"), "yes": _("Ja"), "no": _("Ikke endnu")}
    answer = st.radio(
        markdown_escaped(_("{code}: er det sket den {day}?", code=criterion_id, day=day)),
        list(answers),
        format_func=lambda choice: markdown_escaped(answers[choice]),
        horizontal=True,
        key=milestone_key(form, criterion_id),
        persist_state="session",
    )
    return {"": None, "yes": DONE, "no": NOT_YET}[answer]


def milestone_key(form: Form, criterion_id: str) -> str:
    """Return the key of the choice whether a milestone is done."""
    return f"{form.key}_done_{criterion_id}"


def explanation_fields(form: Form, update: PromiseUpdate) -> Explanation | None:
    """Ask, folded, for the owner's words; None where nothing is written."""
    code = update.standing.criterion.id
    with st.popover(
        _("Forklar"), icon=":material/edit_note:", width="stretch", key=f"explain_{code}"
    ):
        why = form.text(_("{code}: hvorfor står det sådan?", code=code), key=f"why_{code}")
        action = form.text(_("{code}: hvad gør vi?", code=code), key=f"action_{code}")
        by_when = form.day(_("{code}: hvornår er det gjort?", code=code), key=f"by_{code}")
    if not (why or action or by_when):
        return None
    return Explanation(code, why, action, by_when)
