"""A status as shape, colour and word, in the screen's mode."""

from html import escape

from models.charts.palette import palette
from models.charts.promises.figures import moved_text
from models.charts.promises.signs import Sign, mark_uri, sign_of, sign_word
from models.charts.promises.standing import CriterionStanding
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.words import status_word
from pages.shell import theme
from pages.shell.wording import _, words


def mark(sign: Sign) -> str:
    """Return the shape as HTML, without a text alternative: the word must stand beside it."""
    return f'<img class="pj-mark" src="{mark_uri(sign, mode=theme.mode())}" alt="">'


def badge(sign: Sign) -> str:
    """Return shape and word of a number of criteria as HTML."""
    return _badge(sign, sign_word(sign, words()))


def status_badge(assessment: Assessment) -> str:
    """Return shape and word of a criterion's status as HTML."""
    return _badge(sign_of(assessment), _(status_word(assessment)))


def _badge(sign: Sign, text: str) -> str:
    ink, word = palette("page").text[sign], escape(text)
    return f'<span class="pj-badge" style="color:{ink}">{mark(sign)}<span>{word}</span></span>'


def moved_chip(standing: CriterionStanding) -> str:
    """Return "Frist flyttet 2014 → 2028" as HTML; nothing where the due date was not moved."""
    text = moved_text(standing, words())
    return f'<span class="pj-chip">{escape(text)}</span>' if text else ""


def promised_badge(standing: CriterionStanding) -> str:
    """Return the status by the promised due date as HTML; nothing where it was not moved."""
    if standing.moved is None:
        return ""
    text = escape(_("Efter den lovede frist:"))
    return f'<span class="pj-small">{text} {status_badge(standing.moved.assessment)}</span>'
