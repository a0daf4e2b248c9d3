"""A unit's dimensions as a chart, and as the table that the chart is drawn from."""

from functools import lru_cache, partial

import streamlit as st

from models import wording
from models.charts.chart_file import Caption, Chart
from models.charts.culture.dimension_words import (
    Comparison,
    DimensionDot,
    chart_reading,
    contrast_word,
    headline,
)
from models.charts.culture.dimensions import dimension_chart, dimension_table
from models.charts.palette import Mode
from models.charts.style import fixed
from models.report.own_culture.own_culture import OwnCulture, Topic
from models.report.own_culture.phrases import figures_label
from models.report.own_culture.picture import comparison, dots, ends
from models.wording.figures import interval, mean
from models.wording.measures import dimension_name
from pages.parts.figure import figure
from pages.parts.table import table
from pages.shell.wording import _, language, say, words


def dimensions(culture: OwnCulture) -> None:
    """Each dimension with its interval beside hospital and region; the same as a table below."""
    st.subheader(say("De {n} emner", n=len(culture.topics)))
    marks, around = dots(culture, words()), comparison(culture, words())
    if any(dot.own.mean is not None for dot in marks):
        draw = partial(_picture, marks, around, ends(culture, words()), language())
        caption = Caption(
            headline(marks, around, words()), chart_reading(around, words()), around.source
        )
        table_of_file = dimension_table(marks, around, words())
        figure(draw, caption, table_of_file, name=f"emner-{culture.unit.id.lower()}")
    else:
        st.info(_("Intet emne har tal, der kan vises. Det er for få svar."))
    with st.expander(_("Tallene bag figuren")):
        caption = _("Gennemsnit fra 0 til 100, med det interval, tallet ligger i.")
        if around.region:
            caption = _(
                "Sikkert over eller under betyder, at forskellen til regionen er mindst 5 point og "
                "næppe er tilfældig, når alle emner regnes med."
            )
        table([_row(culture, topic) for topic in culture.topics], caption=caption)


# A frozen result is drawn once for each mode and language; drawing is most of the page's time.
@lru_cache(maxsize=500)
def _picture(
    marks: tuple[DimensionDot, ...],
    around: Comparison,
    scale: tuple[str, ...],
    language_id: str,
    mode: Mode,
) -> Chart:
    words_of = wording.words(language_id)
    return fixed(dimension_chart(marks, around, ends=scale, mode=mode, words=words_of))


def _row(culture: OwnCulture, topic: Topic) -> dict[str, str]:
    compared = topic.figures
    row = {
        _("Emne"): dimension_name(topic.dimension, words()),
        figures_label(culture, words()): mean(compared.own, words()),
        _("90 % interval"): interval(compared.own, words()),
    }
    if culture.hospital is not None:
        row[culture.hospital.name] = mean(compared.hospital, words())
    if culture.published_unit != culture.region:
        row[_("Regionen")] = mean(compared.region, words())
        row[_("Forskel")] = contrast_word(compared.contrast, words())
    return row | {_("Antal svar"): words().number(compared.own.n, 0)}
