"""A department sees its own released culture result beside the region's."""

import streamlit as st

from models.services import releases, units
from pages.parts.own_result import own_result
from pages.parts.plain import plain
from pages.shell.database import database
from pages.shell.viewer import viewer
from pages.shell.wording import _, words

st.title(_("Vores kultur"))
unit_id = viewer().unit_id
if unit_id is None:
    st.info(_("Vælg din enhed i menuen for at se dens resultat."))
    st.stop()

with database() as db:
    result = releases.own_result(db, unit_id)
    latest = releases.results(db)[:1]
    organisation = units.organisation(db)
if result is None or organisation is None:
    st.info(
        _("Der er ikke frigivet noget resultat endnu. Det sker, når en undersøgelse er lukket.")
    )
    st.stop()

st.markdown(
    f"**{plain(result.unit.name)}** · {plain(result.wave.name)}, "
    + _("lukket {day}", day=words().day(result.wave.closes_on))
)
cells = latest[0][1].cells
own_result(result, cells[cells["unit_id"] == organisation.root.id])
