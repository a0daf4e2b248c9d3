"""Comments as they were written, where a unit's own are read: ten or more together, in no order."""

import streamlit as st

from models.services import comments
from models.services.commenting import question
from models.services.comments import Shown
from models.services.waves import wave
from pages.parts.plain import plain
from pages.shell.database import Db
from pages.shell.viewer import today
from pages.shell.wording import _, language
from survey import instrument as instruments
from survey.disclosure.comments import fewest


def comment_list(db: Db, wave_id: str, unit_id: str) -> None:
    """A unit's comments, or those of the nearest unit above it that has enough; by theme."""
    asked = wave(db, wave_id)
    found = comments.shown(db, wave_id, unit_id, on=today())
    put = question(instruments.load(asked.instrument_id))
    st.subheader(_("Med egne ord"))
    if put is not None:
        st.markdown(f"*{plain(put.wording[language()])}*")
    if found is None:
        st.info(
            _(
                "Her vises ingen kommentarer. De vises, når to personer har læst dem, og kun hvor "
                "mindst {n} står sammen.",
                n=fewest(asked.smallest_group),
            )
        )
        return
    st.caption(_whose(found, unit_id))
    rest = _("Andre kommentarer") if len(found.themes) > 1 else _("Alle kommentarer")
    if len(found.themes) > 1:
        st.caption(
            _("Temaerne er fundet af maskinen i ord, der går igen. De er kun en hjælp til at læse.")
        )
    for terms, texts in found.themes:
        name = plain(terms) if terms else rest
        with st.expander(f"{name} · {len(texts)}"):
            for text in texts:
                st.markdown(_quoted(text))


def _whose(found: Shown, unit_id: str) -> str:
    kept = _("Rækkefølgen er tilfældig. Prøv ikke at gætte, hvem der har skrevet hvad.")
    if found.unit.id == unit_id:
        return f"{_('{n} kommentarer.', n=found.count)} {kept}"
    above = _(
        "{n} kommentarer fra hele {unit}: enhedens egne er for få til at stå alene.",
        n=found.count,
        unit=plain(found.unit.name),
    )
    return f"{above} {kept}"


def _quoted(text: str) -> str:
    return "\n".join(f"> {plain(line.strip())}  " for line in text.split("\n"))
