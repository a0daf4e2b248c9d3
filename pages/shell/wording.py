"""The viewer's language, and sentences in it: plain, or markdown in which others' text is text."""

import re

import streamlit as st

from models import wording
from models.settings import settings
from models.wording import LANGUAGES, Words

# Signs that mean something in Streamlit's markdown wherever they stand, and at the start of a text.
_SIGNS = re.compile(r"[\\`*_\[\]<~$|]|:(?=\S|$)|&(?=#|\w+;)|(?<=:material)/")
_OPENING = re.compile(r"^\d*(?=[-+#>=]|[.)](?:\s|$))")
# What Streamlit turns into pictures, arrows and links after it has read the markdown, when a
# backslash is gone. It is cut in two at these places, which have no width.
_CUTS = re.compile(
    r"(?<=:)(?=[\w+-]+(?::|$))|(?<=[-<>~])(?=[-=>])|(?<=htt)(?=ps?://)|(?<=ww)(?=w\.)|(?=@[\w-])",
    re.IGNORECASE,
)
# An empty piece of small text: not seen, not read out, not copied.
_CUT = ":small[]"


class Markdown(str):
    """Markdown of our own, in which what people and papers wrote stands harmless.

    tests/test_house.py holds that no page gives Streamlit anything else to read as markdown.
    """

    __slots__ = ()


def language() -> str:
    """Return the session's language; the installation's own until one is chosen."""
    # Called for every sentence of a page, so the environment is read only without a choice.
    choice = st.session_state.get("language") or settings().language
    return choice if choice in LANGUAGES else "da"


def words() -> Words:
    """Return the wording of the session's language, for what is worded below the pages."""
    return wording.words(language())


def _(text: str, /, **values: object) -> str:
    """Return a sentence in the session's language."""
    return words().say(text, **values)


def ngettext(singular: str, plural: str, n: int, /, **values: object) -> str:
    """Return the sentence for one or for any other number in the session's language."""
    return words().ngettext(singular, plural, n, **values)


def say(text: str, /, **values: object) -> Markdown:
    """Return a sentence as markdown, each value shown as it is: "1. x" begins no list."""
    sentence = _(text)
    first = sentence.partition("}")[0].removeprefix("{")
    escaped = {
        name: markdown_escaped(value) if name == first else _inside(value)
        for name, value in words().gaps(values).items()
    }
    return Markdown(sentence.format(**escaped))


def say_counted(singular: str, plural: str, n: int, /, **values: object) -> Markdown:
    """Return the sentence for one or any other number as markdown, each value shown as it is."""
    escaped = {name: markdown_escaped(value) for name, value in words().gaps(values).items()}
    return Markdown(ngettext(singular, plural, n, **escaped))


def markdown_escaped(value: object) -> Markdown:
    """Return markdown that Streamlit shows as this text, in one line; of markdown itself."""
    if isinstance(value, Markdown):
        return value
    return Markdown(_OPENING.sub(r"\g<0>\\", _inside(value)))


def _inside(value: object) -> Markdown:
    """Return markdown for a text that begins no line; of markdown itself."""
    if isinstance(value, Markdown):
        return value
    pieces = _CUTS.split(" ".join(str(value).split()))
    return Markdown(_CUT.join(_SIGNS.sub(r"\\\g<0>", piece) for piece in pieces))
