"""The charts of promises in the session's language, each with its table and its files."""

from collections.abc import Sequence
from functools import partial

from models.charts.chart_file import Caption, Chart
from models.charts.palette import Mode
from models.charts.promises import distribution
from models.charts.promises.distribution import ThemeCounts
from models.charts.style import fixed
from models.wording import Words
from pages.parts.figure import figure, figure_table
from pages.shell.wording import _, words


def distribution_chart(themes: Sequence[ThemeCounts], *, source: str) -> None:
    """Draw the number of criteria with each sign, theme by theme."""
    caption = Caption(
        distribution.headline(themes, words()), _("Ét mærke for hvert løfte."), source
    )
    table = distribution.table(themes, words())
    figure(partial(_distribution, themes, words()), caption, table, name="fordeling")
    figure_table(table, caption)


def _distribution(themes: Sequence[ThemeCounts], words: Words, mode: Mode) -> Chart:
    return fixed(distribution.distribution(themes, mode=mode, words=words))
