"""Comments as they were written, where a unit's own are read: ten or more together, in no order."""

from collections.abc import Iterator
from html import escape

import streamlit as st

from models.services.waves import comment_publication
from models.services.waves.answering import wave
from models.services.waves.comment_intake import question
from models.services.waves.comment_publication import Shown
from pages.parts.markdown_escaped import markdown_escaped
from pages.shell.database import Db
from pages.shell.viewer import today
from pages.shell.wording import _, language
from survey.asking import instruments
from survey.disclosure.comments import fewest


def comment_list(db: Db, wave_id: str, unit_id: str) -> None:
    """A unit's comments, or those of the nearest unit above it that has enough; by theme."""
    asked = wave(db, wave_id)
    found = comment_publication.shown(db, wave_id, unit_id, on=today())
    put = question(instruments.load(asked.instrument_id))
    st.subheader(_("Med egne ord"))
    if put is not None:
        st.markdown(f"*{markdown_escaped(put.wording[language()])}*")
    if found is None:
        st.info(
            _(
                "Her vises ingen kommentarer. De vises, når to personer har læst dem, og kun hvor "
                "mindst {n} står sammen.",
                n=fewest(asked.smallest_group),
            )
        )
        return
    for note in _notes(found, unit_id):
        st.caption(note)
    rest = _("Andre kommentarer") if len(found.themes) > 1 else _("Alle kommentarer")
    for terms, texts in found.themes:
        with st.expander(f"{markdown_escaped(terms) or rest} · {len(texts)}"):
            said = "".join(f"<li>{escape(text)}</li>" for text in texts)
            st.html(f'<ul class="pj-quotes">{said}</ul>')


def _notes(found: Shown, unit_id: str) -> Iterator[str]:
    if found.unit is not None and found.unit.id != unit_id:
        yield _(
            "{n} kommentarer fra hele {unit}: enhedens egne er for få til at stå alene.",
            n=found.count,
            unit=markdown_escaped(found.unit.name),
        )
    if found.below:
        places = ", ".join(
            f"{markdown_escaped(unit.name)} ({count})" for unit, count in found.below
        )
        yield _("Har nok til at stå for sig selv, og vises kun dér: {places}.", places=places)
    if len(found.themes) > 1:
        yield _(
            "Temaerne er fundet af maskinen i ord, der går igen. De er kun en hjælp til at læse."
        )
    if found.themes:
        yield _("Rækkefølgen er tilfældig. Prøv ikke at gætte, hvem der har skrevet hvad.")
