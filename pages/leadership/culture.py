"""Leadership sees the released culture results: every unit that may be shown, every dimension."""

import streamlit as st

from models.services import releases, units
from pages.parts.culture_table import culture_table, region_bars, unit_picker
from pages.shell.database import database
from pages.shell.wording import _, words
from survey import instrument as instruments

st.title(_("Innovationskultur"))
with database() as db:
    results = releases.results(db)
    organisation = units.organisation(db)

if not results or organisation is None:
    st.info(
        _(
            "Der er ikke frigivet noget resultat endnu. En tovholder åbner en undersøgelse på "
            "siden Undersøgelser, lukker den, når svarene er kommet, og frigiver resultatet."
        )
    )
    st.stop()

by_id = {wave.id: (wave, release) for wave, release in results}
chosen = st.selectbox(
    _("Undersøgelse"),
    list(by_id),
    format_func=lambda one: _(
        "{name}, lukket {day}",
        name=by_id[one][0].name,
        day=words().day(by_id[one][0].closes_on),
    ),
    key="wave",
)
wave, release = by_id[chosen]
instrument = instruments.load(wave.instrument_id)

st.header(_("Hele regionen"))
region_bars(release, organisation.root, instrument.dimensions)

st.header(_("Enhed for enhed"))
st.caption(
    _(
        "Gennemsnit fra 0 til 100. Hvor der står skjult, har så få svaret, at nogen kunne kendes, "
        "her eller i en enhed ved siden af: mindst {k} svar skal ligge bag hvert tal.",
        k=release.smallest_group,
    )
)
culture_table(release, organisation, instrument.dimensions, unit_picker(organisation))
