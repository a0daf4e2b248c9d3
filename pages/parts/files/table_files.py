"""A table as files to take along: a workbook, and CSV in the form of the language."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from models.services import installation
from models.services.files.writing import FileForm, Value, ending, file_content
from models.wording import N_
from pages.shell.database import database
from pages.shell.wording import _, language

Rows = Sequence[Mapping[str, Value]]


def table_files(rows: Callable[[], Rows], *, name: str, source: str = "") -> None:
    """Offer rows that all have the same columns; they are asked for when somebody fetches them.

    source: stands in a column of every row, as does the mark of invented figures.
    """
    csv = FileForm.INTERNATIONAL if language() == "en" else FileForm.EXCEL
    with st.container(horizontal=True):
        for form, label in ((FileForm.XLSX, N_("Hent som Excel")), (csv, N_("Hent som CSV"))):
            st.download_button(
                _(label),
                lambda form=form: content(rows(), source, form),
                file_name=f"pejling-{name}.{ending(form)}",
                icon=":material/download:",
                key=f"{name}_file_{ending(form)}",
                on_click="ignore",
                type="tertiary",
            )


def content(rows: Rows, source: str, form: FileForm) -> bytes:
    """Return the rows as a file, each with its source and the mark of invented figures."""
    with database() as db:
        invented = installation.invented(db) is not None
    more: dict[str, Value] = {_("Kilde"): source} if source else {}
    if invented:
        more[_("Data")] = _("Opdigtede data: intet her handler om en virkelig region.")
    columns = (*(rows[0] if rows else ()), *more)
    return file_content(columns, [{**row, **more} for row in rows], form)
