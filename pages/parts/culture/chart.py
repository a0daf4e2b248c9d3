"""The culture pages' charts in the session's mode and language, each also as a table."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from models.charts.culture import bars, intervals
from models.charts.culture.bars import Bar
from models.charts.culture.intervals import Dot
from models.charts.palette import Mode
from models.charts.style import unchecked
from models.wording import words
from pages.shell import theme
from pages.shell.wording import _, language

_MARGIN, _STEP = 4, 10


def dot_chart(
    marks: Sequence[Dot], *, title: str, subtitle: str, beside: float | None = None
) -> None:
    """Figures with their intervals, on a scale that holds them all, and as a table."""
    if marks:
        look = (title, subtitle, theme.mode(), language())
        picture = _drawn_dots(tuple(marks), *look, beside=beside)
        _show(picture, intervals.alt_text(marks, title=title))
        _table([(dot.name, dot.text, dot.meaning) for dot in marks], title)


def bar_chart(marks: Sequence[Bar], *, title: str, subtitle: str, longest: float) -> None:
    """Bars from zero, and as a table."""
    if marks:
        look = (title, subtitle, theme.mode(), language())
        picture = _drawn_bars(tuple(marks), *look, longest=longest)
        _show(picture, bars.alt_text(marks, title=title))
        _table([(bar.name, bar.text) for bar in marks], title)


# The same released figures are drawn once for each mode and language.
@lru_cache(maxsize=200)
def _drawn_dots(
    marks: tuple[Dot, ...],
    title: str,
    subtitle: str,
    mode: Mode,
    in_language: str,
    *,
    beside: float | None,
) -> object:
    return unchecked(
        intervals.intervals(
            marks,
            title=title,
            subtitle=subtitle,
            mode=mode,
            words=words(in_language),
            beside=beside,
            domain=_domain(marks, beside),
        )
    )


@lru_cache(maxsize=200)
def _drawn_bars(
    marks: tuple[Bar, ...],
    title: str,
    subtitle: str,
    mode: Mode,
    in_language: str,
    *,
    longest: float,
) -> object:
    return unchecked(
        bars.bars(
            marks,
            title=title,
            subtitle=subtitle,
            longest=longest,
            mode=mode,
            words=words(in_language),
        )
    )


def _domain(marks: Sequence[Dot], beside: float | None) -> tuple[float, float]:
    ends = [end for dot in marks for end in (dot.value, dot.low, dot.high) if end is not None]
    ends += [] if beside is None else [beside]
    low = (min(ends) - _MARGIN) // _STEP * _STEP
    high = -((-max(ends) - _MARGIN) // _STEP * _STEP)
    return max(low, 0 if min(ends) >= 0 else -100), min(high, 100)


def _show(picture: object, text: str) -> None:
    st.altair_chart(picture, theme=None, width="stretch", alt=text)


def _table(rows: Sequence[tuple[str, ...]], title: str) -> None:
    """The picture's figures as a table that can be opened."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td>{escape(text)}</td>" for text in figures)
        + "</tr>"
        for name, *figures in rows
    )
    with st.expander(_("Tallene som tabel")):
        st.html(
            f'<table class="pj"><caption>{escape(title)}</caption><tbody>{body}</tbody></table>'
        )
