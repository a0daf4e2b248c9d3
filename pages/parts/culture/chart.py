"""The culture pages' charts in the mode and language of whoever looks, each told in words."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from models.charts.culture import bars as barred
from models.charts.culture import intervals as dotted
from models.charts.culture.bars import Bar
from models.charts.culture.intervals import Dot
from models.charts.palette import Mode
from models.charts.style import unchecked
from models.wording import words as words_of
from pages.shell import theme
from pages.shell.wording import _, language

_MARGIN, _STEP = 4, 10


def dots(shown: Sequence[Dot], *, title: str, subtitle: str, beside: float | None = None) -> None:
    """Figures with their intervals, on a scale that holds them all, and as a table."""
    if shown:
        told = (title, subtitle, theme.mode(), language())
        picture = _dotted(tuple(shown), *told, beside=beside)
        _show(picture, dotted.alt_text(shown, title=title))
        _table([(dot.name, dot.told, dot.said) for dot in shown], title)


def bars(shown: Sequence[Bar], *, title: str, subtitle: str, longest: float) -> None:
    """Bars from zero, and as a table."""
    if shown:
        told = (title, subtitle, theme.mode(), language())
        picture = _barred(tuple(shown), *told, longest=longest)
        _show(picture, barred.alt_text(shown, title=title))
        _table([(bar.name, bar.told) for bar in shown], title)


# The same released figures are drawn once for each mode and language.
@lru_cache(maxsize=200)
def _dotted(
    shown: tuple[Dot, ...],
    title: str,
    subtitle: str,
    mode: Mode,
    spoken: str,
    *,
    beside: float | None,
) -> object:
    return unchecked(
        dotted.intervals(
            shown,
            title=title,
            subtitle=subtitle,
            mode=mode,
            words=words_of(spoken),
            beside=beside,
            domain=_domain(shown, beside),
        )
    )


@lru_cache(maxsize=200)
def _barred(
    shown: tuple[Bar, ...], title: str, subtitle: str, mode: Mode, spoken: str, *, longest: float
) -> object:
    return unchecked(
        barred.bars(
            shown,
            title=title,
            subtitle=subtitle,
            longest=longest,
            mode=mode,
            words=words_of(spoken),
        )
    )


def _domain(shown: Sequence[Dot], beside: float | None) -> tuple[float, float]:
    ends = [end for dot in shown for end in (dot.value, dot.low, dot.high) if end is not None]
    ends += [] if beside is None else [beside]
    low = (min(ends) - _MARGIN) // _STEP * _STEP
    high = -((-max(ends) - _MARGIN) // _STEP * _STEP)
    return max(low, 0 if min(ends) >= 0 else -100), min(high, 100)


def _show(picture: object, told: str) -> None:
    st.altair_chart(picture, theme=None, width="stretch", alt=told)


def _table(rows: Sequence[tuple[str, ...]], title: str) -> None:
    """The picture's figures, for whoever would rather read."""
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td>{escape(told)}</td>" for told in figures)
        + "</tr>"
        for name, *figures in rows
    )
    with st.expander(_("Tallene som tabel")):
        st.html(
            f'<table class="pj"><caption>{escape(title)}</caption><tbody>{body}</tbody></table>'
        )
