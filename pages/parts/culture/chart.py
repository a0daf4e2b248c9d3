"""The culture pages' charts in the session's language, each also as a table and as files."""

from collections.abc import Sequence
from functools import lru_cache, partial

from models.charts.chart_file import Caption, Chart
from models.charts.culture import bars, intervals
from models.charts.culture.bars import Bar
from models.charts.culture.intervals import Dot
from models.charts.palette import Mode
from models.charts.style import fixed
from models.wording import words
from pages.parts.figure import figure, figure_table
from pages.shell import wording
from pages.shell.wording import language

_MARGIN, _STEP = 4, 10


def dot_chart(
    marks: Sequence[Dot], caption: Caption, *, name: str, beside: float | None = None
) -> None:
    """Figures with their intervals, on a scale that holds them all, and as a table."""
    if marks:
        table = intervals.table(marks, wording.words())
        draw = partial(_dots, tuple(marks), language(), beside)
        figure(draw, caption, table, name=name)
        figure_table(table, caption)


def bar_chart(marks: Sequence[Bar], caption: Caption, *, name: str, longest: float) -> None:
    """Bars from zero, and as a table."""
    if marks:
        table = bars.table(marks, wording.words())
        draw = partial(_bars, tuple(marks), language(), longest)
        figure(draw, caption, table, name=name)
        figure_table(table, caption)


# The same released figures are drawn once for each language.
@lru_cache(maxsize=200)
def _dots(marks: tuple[Dot, ...], in_language: str, beside: float | None, mode: Mode) -> Chart:
    domain = _domain(marks, beside)
    return fixed(
        intervals.intervals(marks, mode=mode, words=words(in_language), beside=beside,
                            domain=domain)
    )  # fmt: skip


@lru_cache(maxsize=200)
def _bars(marks: tuple[Bar, ...], in_language: str, longest: float, mode: Mode) -> Chart:
    return fixed(bars.bars(marks, longest=longest, mode=mode, words=words(in_language)))


def _domain(marks: Sequence[Dot], beside: float | None) -> tuple[float, float]:
    ends = [end for dot in marks for end in (dot.value, dot.low, dot.high) if end is not None]
    ends += [] if beside is None else [beside]
    low = (min(ends) - _MARGIN) // _STEP * _STEP
    high = -((-max(ends) - _MARGIN) // _STEP * _STEP)
    return max(low, 0 if min(ends) >= 0 else -100), min(high, 100)
