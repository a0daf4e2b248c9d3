"""The rows of a chart that has one for each place: where each lies, and its two texts."""

import altair as alt

from models.charts.palette import Mode, palette


def along() -> alt.Y:
    """The axis of the rows, in the order in which they are given."""
    return alt.Y("place", type="ordinal", sort=None, axis=None)


def row_texts(mode: Mode, *, above: int) -> list[alt.Chart]:
    """A row's name at the left and its figure in words at the right; above: pixels over the row."""
    ink, base = palette(mode), alt.Chart()
    name = base.mark_text(x=0, align="left", baseline="middle", dy=-above, color=ink.ink)
    figure = base.mark_text(
        x="width", align="right", baseline="middle", dy=-above, fontWeight=600, color=ink.ink
    )
    return [
        name.encode(y=along(), text=alt.Text("name", type="nominal")),
        figure.encode(y=along(), text=alt.Text("text", type="nominal")),
    ]
