"""A figure: its finding and how it is read, the chart, a menu to take it along, and its table."""

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from models.charts import chart_file
from models.charts.chart_file import Caption, Cell, Draw, Table
from models.services import installation
from models.services.files.writing import FileForm, file_content
from models.wording import N_, Words
from pages.shell.database import database
from pages.shell.wording import _, words

_NUMBER = ' class="pj-number"'
_LABEL = {
    "svg": N_("Billede, der kan forstørres (SVG)"),
    "png": N_("Billede til dokument og mail (PNG)"),
    "csv": N_("Tallene (CSV)"),
}


def figure(draw: Draw, caption: Caption, table: Table, *, name: str) -> None:
    """Show a chart between its finding and the menu to take it along.

    draw: gives the chart in the colours of the page or of a mode. table: the chart's figures.
    name: of its files, other than that of each other figure of the page.
    """
    finding_lines(caption)
    finding = caption.finding.removesuffix(".")
    alt_text = _("Figur: {finding}. Tallene står som tabel under den.", finding=finding)
    st.altair_chart(draw("page"), theme=None, width="stretch", alt=alt_text)
    take_along(draw, caption, table, name=name)


def finding_lines(caption: Caption) -> None:
    """Show what a figure says, and under it how it is read."""
    st.html(
        f'<p class="pj-finding">{escape(caption.finding)}</p>'
        f'<p class="pj-reading">{escape(caption.reading)}</p>'
    )


def take_along(draw: Draw | None, caption: Caption, table: Table, *, name: str) -> None:
    """Offer the figure as pictures and as a table; without a chart, the table alone."""
    pictures = (
        {} if draw is None else {"svg": partial(svg_file, draw), "png": partial(png_file, draw)}
    )
    contents = pictures | {"csv": partial(csv_file, table)}
    with st.popover(_("Hent"), icon=":material/download:", type="tertiary"):
        for kind, content in contents.items():
            st.download_button(
                _(_LABEL[kind]),
                # Drawn and written only when somebody fetches it.
                partial(content, caption, words()),
                file_name=f"pejling-{name}.{kind}",
                key=f"figure_{name}_{kind}",
                on_click="ignore",
                type="tertiary",
            )


def svg_file(draw: Draw, caption: Caption, words: Words) -> bytes:
    """The chart as a drawing on white."""
    return chart_file.svg(draw("light"), _marked(caption), words).encode()


def png_file(draw: Draw, caption: Caption, words: Words) -> bytes:
    """The chart as a picture in pixels, on white."""
    return chart_file.png(draw("light"), _marked(caption), words)


def csv_file(table: Table, caption: Caption, words: Words) -> bytes:
    """The figures in the form of the language's spreadsheets, the caption in each row."""
    rows = chart_file.captioned(table, _marked(caption), words)
    form = FileForm.INTERNATIONAL if words.language == "en" else FileForm.EXCEL
    return file_content(list(rows[0]) if rows else [], rows, form)


def _marked(caption: Caption) -> Caption:
    """Return the caption with the mark of invented figures, where they are."""
    with database() as db:
        return replace(caption, invented=installation.invented(db) is not None)


def figure_table(table: Table, caption: Caption) -> None:
    """Show the words of a chart's table, which can be opened: its numbers are in them."""
    columns = [name for name in table[0] if any(isinstance(row[name], str) for row in table)]
    texts = {name: [_text(row[name]) for row in table] for name in columns}
    kinds = {name: _NUMBER if all(map(_is_number, texts[name])) else "" for name in columns[1:]}
    head = "".join(f'<th scope="col"{kinds.get(name, "")}>{escape(name)}</th>' for name in columns)
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(
            f"<td{kind}>{escape(text)}</td>" for kind, text in zip(kinds.values(), row, strict=True)
        )
        + "</tr>"
        for name, *row in zip(*texts.values(), strict=True)
    )
    with st.expander(_("Tallene som tabel")):
        st.html(
            f'<table class="pj pj-figures"><caption>{escape(caption.finding)}</caption>'
            f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )


def _text(cell: Cell) -> str:
    return (cell or "") if isinstance(cell, str | None) else words().number(cell)


def _is_number(text: str) -> bool:
    return text[:1].isdigit() or text[:1] in {"", "–", "+", "−"}
