"""The open question, its warning, and a note on how the comment is stored and read."""

import streamlit as st

from models.services.waves import comment_intake
from models.services.waves.answering import Door
from pages.shell.wording import _, language
from survey.disclosure.threshold import detail_threshold


def comment_field(door: Door, *, session_key: str) -> None:
    """Ask for a comment, stored in the session under `session_key` and in no draft."""
    question = comment_intake.question(door.instrument)
    if question is None:
        return
    st.markdown(f"**{_('Med egne ord')}**  \n{question.warning[language()]}")
    # No `max_chars`: the browser would cut a pasted text that is too long without a message.
    st.session_state[session_key] = st.text_area(
        question.wording[language()],
        st.session_state.get(session_key, ""),
        height=160,
        key=f"{session_key}_field",
    )
    st.caption(
        _("Du må gerne lade feltet stå tomt. Højst {most} tegn.", most=question.max_chars)
        + " "
        + _(
            "Det, du skriver, gemmes for sig, uden forbindelse til dine svar og uden dit afsnits "
            "navn. Numre og mailadresser fjernes straks. To personer læser det, før det vises "
            "blandt mindst {n} kommentarer, og efter et år slettes det.",
            n=detail_threshold(door.wave.smallest_group),
        )
    )
