"""The lines of the log as a table, the newest first, so many at a time."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.services.promises import strategies
from models.trace.line import TraceLine
from models.trace.words import ACTION_WORD
from pages.parts.address import link, pick
from pages.parts.trace.line_words import (
    difference_texts,
    moment_text,
    promise_text,
    subject_text,
)
from pages.shell.viewer import ROLE_NAMES
from pages.shell.wording import _

AT_ONCE = 50


def offset_picker(of: int) -> int:
    """Return how many of the newest lines to leave out; `?lines=` chooses beforehand."""
    starts = range(0, max(of, 1), AT_ONCE)
    if len(starts) == 1:
        return 0
    pages = {str(number): start for number, start in enumerate(starts, start=1)}

    def span(number: str) -> str:
        start = pages[number]
        return _("{first} til {last} af {all}", first=start + 1, last=min(start + AT_ONCE, of),
                 all=of)  # fmt: skip

    return pages[pick("lines", _("Linjer"), list(pages), key=f"log_page_{of}", words_of=span)]


def log_table(lines: Sequence[TraceLine], of: int) -> None:
    """Show the lines; of: how many there are in all."""
    head = (_("Hvornår"), _("Hvem"), _("Hvad"), _("Før og efter"))
    columns = "".join(f'<th scope="col">{escape(name)}</th>' for name in head)
    rows = "".join(_row(line, head) for line in lines)
    caption = _("Viser {n} af {all} linjer, den nyeste først", n=len(lines), all=of)
    st.html(
        f'<table class="pj wide pj-log"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _row(line: TraceLine, head: Sequence[str]) -> str:
    number = escape(_("linje {n}", n=line.entry))
    return (
        f'<tr><th scope="row">{escape(moment_text(line.at))}'
        f'<span class="pj-small">{number}</span></th>'
        f'<td data-name="{escape(head[1])}">{escape(line.who)}{_small(_role(line.role))}</td>'
        f'<td data-name="{escape(head[2])}">{escape(_(ACTION_WORD[line.action]))}'
        f"{_subject(line)}</td>"
        f'<td data-name="{escape(head[3])}">{_differences(line)}</td></tr>'
    )


def _role(role: str) -> str:
    return next((_(word) for name, word in ROLE_NAMES.items() if name == role), role)


def _subject(line: TraceLine) -> str:
    text, promise = subject_text(line), promise_text(line)
    if not promise:
        return _small(text)
    address = escape(
        link("criterion", criterion=line.id, strategy=strategies.strategy_of(line.id).id)
    )
    name = f'<a href="{address}" target="_self">{escape(promise)}</a>'
    return f'<span class="pj-small">{escape(text)}: {name}</span>'


def _differences(line: TraceLine) -> str:
    texts = "".join(f"<li>{escape(text)}</li>" for text in difference_texts(line))
    reason = _small(_("Grund: {reason}", reason=line.reason)) if line.reason else ""
    return f'<ul class="pj-differences">{texts}</ul>{reason}' if texts else reason or "–"


def _small(text: str) -> str:
    return f'<span class="pj-small">{escape(text)}</span>'
