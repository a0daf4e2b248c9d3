"""A signed-in respondent's questionnaire, saved as a draft at every step and sent once."""

from functools import partial

import streamlit as st

from models.access import Viewer
from models.services.waves import own_answers
from models.services.waves.answering import Door
from pages.parts.messages import refusals
from pages.parts.waves.comment_field import comment_field
from pages.parts.waves.likert_form import Move, likert_form
from pages.shell.database import database
from pages.shell.viewer import today
from pages.shell.wording import _


def survey_walk(door: Door, by: Viewer) -> None:
    """Show the respondent's current screen, and save the draft at every step."""
    place_key, sent_key = f"place_{door.wave.id}", f"sent_{door.wave.id}"
    words_key = f"own_words_{door.wave.id}"
    if sent_key in st.session_state:
        st.success(st.session_state[sent_key], icon=":material/check_circle:")
        return
    with refusals():
        with database(drafts=True) as db:
            answers = own_answers.own_draft(db, door.wave.id, by=by) or {}
        place = st.session_state.get(place_key, 0)
        move, answers = likert_form(
            door.instrument,
            place,
            answers,
            key=f"answer_{door.wave.id}",
            closing=partial(comment_field, door, session_key=words_key),
        )
        if move is None:
            return
        with database(drafts=True) as db:
            own_answers.keep_own_draft(db, door.wave.id, answers, by=by)
        if move is Move.SEND:
            with database(drafts=True) as db:
                new = own_answers.submit_own(
                    db,
                    door.wave.id,
                    answers,
                    by=by,
                    on=today(),
                    comment=st.session_state.get(words_key, ""),
                )
            st.session_state[sent_key] = _thanks(new=new)
            st.session_state.pop(words_key, None)
        st.session_state[place_key] = place + {Move.BACK: -1, Move.NEXT: 1, Move.SEND: 0}[move]
        st.rerun()


def _thanks(*, new: bool) -> str:
    if new:
        return _("Tak. Dit svar er sendt og kan ikke føres tilbage til dig.")
    return _("Du har allerede svaret. Det første svar gælder, og dette er ikke gemt.")
