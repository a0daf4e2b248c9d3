"""A line of the trace as a sentence: what was done, what differs, by whom."""

from datetime import date

from models.stages.tables import OVERRIDE, VALUE
from models.strategy.rule.words import STATUS_WORD
from models.trace.line import Difference, TraceLine
from models.trace.words import ACTION_WORD, FIELD_WORD
from pages.shell.viewer import ROLE_NAMES
from pages.shell.wording import _, words

# Longer than this a text is not repeated in the list: it stands where it belongs on the page.
LONGEST = 80
# Codes that people never read: a status, or the stage of a thing.
_WORDS = {status.value: word for status, word in STATUS_WORD.items()} | {
    str(stage): word for table in (VALUE, OVERRIDE) for stage, word in table.words.items()
}
_ROLES = {role.value: name for role, name in ROLE_NAMES.items()}


def trace_text(line: TraceLine) -> str:
    """Return what was done and the short fields that differ."""
    differences = [text for text in map(_difference, line.differences) if text]
    action = _(ACTION_WORD[line.action])
    return f"{action}: {'; '.join(differences)}" if differences else action


def author(line: TraceLine) -> str:
    """Return who did it, with the role."""
    return f"{line.who} ({_(_ROLES[line.role])})" if line.role in _ROLES else line.who


def _difference(difference: Difference) -> str:
    """Return a field's name with its value before and after; blank for what is not for a list."""
    name = FIELD_WORD.get(difference.field)
    before, after = _value(difference.before), _value(difference.after)
    if name is None or not after:
        return ""
    if before:
        return _("{name} {before} → {after}", name=_(name).lower(), before=before, after=after)
    return _("{name} {after}", name=_(name).lower(), after=after)


def _value(value: object) -> str:
    match value:
        case bool() | None | list() | dict():
            return ""
        case int() | float():
            return words().number(value, 6)
        case str() if value in _WORDS:
            return _(_WORDS[value]).lower()
        case _:
            text = str(value)
            return _day(text) if len(text) <= LONGEST else ""


def _day(text: str) -> str:
    try:
        return words().day(date.fromisoformat(text))
    except ValueError:
        return text
