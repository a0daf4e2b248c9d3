"""A choice of form and a button that gives what files can bring as a file to correct."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from models.services.files.writing import FORM_WORD, FileForm, ending
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _

Export = Callable[..., bytes]


def export_form(export: Export, *, name: str) -> None:
    """Offer a file of what is there now, in a form chosen by name.

    export: an exporting service, called with the database, the form and the viewer.
    name: of the file without its ending.
    """
    st.markdown(
        _(
            "Hent det, der står nu, ret det i et regneark, og læg filen her igen. Pejling viser, "
            "hvad der ændrer sig, før noget gemmes."
        )
    )
    choice, button = st.columns([3, 2], vertical_alignment="bottom")
    form = choice.selectbox(
        _("Filens form"),
        list(FileForm),
        format_func=lambda form: _(FORM_WORD[form]),
        key=f"{name}_form",
    )
    button.download_button(
        _("Hent som fil"),
        # Read and written only when somebody fetches it.
        partial(_content, export, form),
        file_name=f"{name}.{ending(form)}",
        icon=":material/download:",
        key=f"{name}_export",
        on_click="ignore",
        width="stretch",
    )


def _content(export: Export, form: FileForm) -> bytes:
    with database() as db:
        return export(db, file_form=form, by=viewer())
