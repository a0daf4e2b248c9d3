"""The open question, under its warning, with how the words are kept and who will read them."""

import streamlit as st

from models.services.waves import comment_intake
from models.services.waves.answering import Door
from pages.shell.wording import _, language
from survey.disclosure.comments import fewest


def comment_field(door: Door, *, kept_as: str) -> None:
    """Ask for own words; they stay in this session under `kept_as`, and in no draft."""
    asked = comment_intake.question(door.instrument)
    if asked is None:
        return
    st.markdown(f"**{_('Med egne ord')}**  \n{asked.warning[language()]}")
    # No `max_chars`: the browser would drop a pasted text that is too long without a word.
    st.session_state[kept_as] = st.text_area(
        asked.wording[language()],
        st.session_state.get(kept_as, ""),
        height=160,
        key=f"{kept_as}_field",
    )
    st.caption(
        _("Du må gerne lade feltet stå tomt. Højst {most} tegn.", most=asked.max_chars)
        + " "
        + _(
            "Det, du skriver, gemmes for sig, uden forbindelse til dine svar og uden dit afsnits "
            "navn. Numre og mailadresser fjernes straks. To personer læser det, før det vises "
            "blandt mindst {n} kommentarer, og efter et år slettes det.",
            n=fewest(door.wave.smallest_group),
        )
    )
