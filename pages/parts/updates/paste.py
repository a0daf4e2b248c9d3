"""Values pasted from a spreadsheet: read, shown, and entered when the owner says so."""

import streamlit as st

from models.services.updates.pasted_values import enter_pasted, read_pasted
from models.wording import N_
from pages.parts.form.form import Form
from pages.parts.messages import leave, refusals, show_message
from pages.parts.text_table import text_table
from pages.parts.updates.own import MESSAGE
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, ngettext, words

# What messages call the pasted rows: "Det indsatte, række 3, kolonne ref: …".
PASTED = N_("Det indsatte")
HEIGHT = 180


def paste_form() -> None:
    """Ask for rows of code, day and value, show what they say, and enter them."""
    show_message(f"{MESSAGE}_paste")
    form = Form("my_updates_paste")
    st.markdown(
        _("Kopiér tre kolonner fra et regneark: løftets kode, dagen tallet gælder for, og tallet.")
    )
    text = form.text(
        _("Rækker fra et regneark"),
        key="text",
        height=HEIGHT,
        hint=_("En række for hvert tal. Overskrifterne kan være med: criterion_id, ref, value."),
    )
    as_written = st.checkbox(
        _("Tal under 1 er rigtige, også hvor målet er over 1"), key="my_updates_paste_as_written"
    )
    if not text:
        return
    with refusals():
        with database() as db:
            values = read_pasted(
                db, text, name=_(PASTED), as_written=as_written, by=viewer(), on=today()
            )
        n = len(values)
        st.info(
            ngettext(
                "{n} række er læst uden fejl. Intet er sendt endnu.",
                "{n} rækker er læst uden fejl. Intet er sendt endnu.",
                n,
            )
        )
        text_table(
            [
                {
                    _("Løfte"): value.promise,
                    _("Kode"): value.observation.criterion_id,
                    _("Dag"): words().day(value.observation.ref),
                    _("Værdi"): words().with_unit(
                        words().number(value.observation.value, 10), value.unit
                    ),
                }
                for value in values
            ]
        )
        if st.button(_("Send rækkerne til godkendelse"), type="primary", key="my_updates_paste_go"):
            with database() as db:
                enter_pasted(
                    db, text, name=_(PASTED), as_written=as_written, by=viewer(), on=today()
                )
            form.clear()
            message = ngettext("{n} opdatering er sendt.", "{n} opdateringer er sendt.", n)
            leave(message, at=f"{MESSAGE}_paste")
