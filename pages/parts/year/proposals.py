"""The form with which a steward writes what the committee is asked for."""

import streamlit as st

from models.access import Permission
from models.report.year.annual_status import AnnualStatus
from models.services.year import proposals
from pages.parts.form.form import Form
from pages.parts.messages import leave, show_message
from pages.shell.database import database
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _


def proposals_form(status: AnnualStatus) -> None:
    """Show a field for each proposal to who may write them; nothing to others."""
    if not admits(Permission.SET_TARGET):
        return
    show_message("proposals")
    strategy_id, year = status.strategy.id, status.year
    with database() as db:
        rows = proposals.proposals_of(db, strategy_id, year, by=viewer())
    current = {row.position: row.text for row in rows}
    with st.expander(_("Skriv, hvad I beder udvalget om")):
        form = Form(f"proposals_{strategy_id}_{year}")
        texts = {
            position: form.text(
                _("Forslag {n}", n=position),
                current.get(position, ""),
                key=str(position),
                longest=proposals.LONGEST,
                hint=_("Én beslutning på én linje: hvad, hvem og hvornår") if position == 1 else "",
            )
            for position in range(1, proposals.MOST + 1)
        }
        if form.ready(_("Gem forslagene")):
            with form.refusals():
                with database() as db:
                    for position, text in texts.items():
                        proposals.put_proposal(
                            db, strategy_id, year, position, text, by=viewer(), on=today()
                        )
                form.clear()
                leave(_("Forslagene er gemt."), at="proposals")
