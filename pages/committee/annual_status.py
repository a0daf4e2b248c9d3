"""The committee sees the annual status: promises due, red promises and themes, to print too."""

import streamlit as st

from models.report.year.phrases import title
from models.report.year.sentences import remarks, resume
from models.services.promises import strategies
from models.services.year import annual_status
from models.services.year.file import FORMATS, document
from pages.parts.promises.red_promises import red_promises
from pages.parts.promises.strategy_picker import strategy_picker
from pages.parts.status_mark import tally
from pages.parts.year import sections
from pages.parts.year.knowledge import knowledge_picker, knowledge_sentence
from pages.parts.year.picker import year_picker
from pages.shell.database import database
from pages.shell.site import name_tab
from pages.shell.viewer import viewer
from pages.shell.wording import _, markdown_escaped, words

st.title(_("Årsstatus"))
strategy_column, year_column, knowledge_column = st.columns([3, 1, 1])
with strategy_column:
    strategy = strategies.strategy(strategy_picker())
with year_column:
    year = year_picker(strategy)
with knowledge_column:
    knowledge_date = knowledge_picker()

with database() as db:
    status = annual_status.annual_status(
        db, strategy.id, year, knowledge_date=knowledge_date, by=viewer()
    )
    file = document(db, status, words(), "html", by=viewer())

name_tab(f"{_('Årsstatus')} {year}: {strategy.organisation.name}")
st.header(markdown_escaped(f"{title(status, words())} · {strategy.organisation.name}"))
st.caption(knowledge_sentence(status.as_of, status.knowledge_date))
for text in resume(status, words()):
    st.markdown(markdown_escaped(text))
sections.remarks(remarks(status, words()))

paper, hint = st.columns([1, 3], vertical_alignment="center")
paper.download_button(
    _("Hent til udskrift"),
    file,
    file_name=f"aarsstatus-{strategy.id}-{year}.html",
    mime=FORMATS["html"].mime,
    type="primary",
    on_click="ignore",
)
hint.caption(_("Filen kan åbnes i alle browsere og udskrives på A4. Den henter intet fra nettet."))

tally(status.outcomes, len(status.without_target))
sections.due_promises(status)
red_promises(status.outcomes, strategy.id, nothing=_("Ingen løfter står rødt."))
sections.themes(status)
sections.culture(status)
sections.targetless(status)
sections.method(status)
