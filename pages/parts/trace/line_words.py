"""A line of the trace in words: its moment, the thing, and what differs."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from models.errors import SteeringError
from models.ideas.idea import TYPE_WORD
from models.services.promises import strategies
from models.stages.tables import ALL
from models.strategy.rule.words import (
    DIRECTION_WORD,
    FREQUENCY_WORD,
    KIND_WORD,
    SHAPE_WORD,
    STATUS_WORD,
)
from models.strategy.target import RECORDED
from models.trace.line import Difference, TraceLine
from models.trace.words import FIELD_WORD, SUBJECT_WORD
from models.wording import N_
from models.wording.decimals import MOST_DECIMALS
from pages.shell.wording import _, words

# A comment's key is random, and says nothing to anybody.
_WITHOUT_CODE = frozenset({"comment"})
# The fields that hold a code, with the words of its codes; a kind of unit is a word itself.
_STAGES = {str(stage): word for table in ALL for stage, word in table.words.items()}
_CODES: dict[str, Mapping[str, str]] = {
    "computed": {**STATUS_WORD},
    "status": {**STATUS_WORD},
    "direction": {**DIRECTION_WORD},
    "frequency": {**FREQUENCY_WORD},
    "innovation_type": {**TYPE_WORD},
    "kind": {**KIND_WORD},
    "shape": {**SHAPE_WORD},
    "source": {RECORDED: N_("indtastes i hånden")},
    "stage": _STAGES,
    "state": _STAGES,
}


def moment_text(moment: datetime) -> str:
    """Return a moment as day and time, in UTC."""
    utc = moment.astimezone(UTC)
    return _("{day} kl. {time} UTC", day=words().day(utc.date()), time=f"{utc:%H:%M}")


def subject_text(line: TraceLine) -> str:
    """Return what a line is about: its kind, and its code where that says anything."""
    kind = _(SUBJECT_WORD.get(line.kind, line.kind))
    return f"{kind} {line.id}" if line.id and line.kind not in _WITHOUT_CODE else kind


def promise_text(line: TraceLine) -> str:
    """Return the words of the promise that a line is about; blank for anything else."""
    if line.kind != "criterion":
        return ""
    try:
        return strategies.criterion(line.id).text
    except SteeringError:
        return ""


def difference_texts(line: TraceLine) -> list[str]:
    """Return a sentence for each field that differs: "Værdi: 24 → 26"."""
    return [_difference_text(difference) for difference in line.differences]


def _difference_text(difference: Difference) -> str:
    name = _(FIELD_WORD.get(difference.field, difference.field))
    after = _value(difference.field, difference.after)
    if difference.before is None:
        return _("{field}: {value}", field=name, value=after)
    before = _value(difference.field, difference.before)
    return _("{field}: {before} → {after}", field=name, before=before, after=after)


def _value(field: str, value: object) -> str:
    match value:
        case None:
            return "–"
        case bool():
            return _("ja") if value else _("nej")
        case int() | float():
            return words().number(value, MOST_DECIMALS)
        case str():
            return _text(field, value)
        case Sequence():
            return ", ".join(_value(field, part) for part in value)
        case _:
            return str(value)


def _text(field: str, text: str) -> str:
    word = _CODES.get(field, {}).get(text)
    if word is not None:
        return _(word)
    try:
        return words().day(date.fromisoformat(text))
    except ValueError:
        return text
