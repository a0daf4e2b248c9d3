"""The steward and a second person review the comments of a wave and publish them."""

import streamlit as st

from models.services.waves import comment_publication
from models.services.waves.comment_review import open_review, reviewed_waves
from pages.parts.comments.empty import no_comments
from pages.parts.comments.publish import comment_publish
from pages.parts.comments.review import comment_review
from pages.parts.comments.reviewer import comment_reviewer
from pages.parts.messages import refusals, show_message
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, words

st.title(_("Kommentarer"))
show_message("comments")

with database(answers=True) as db:
    comment_publication.forget_old(db, by=viewer(), on=today())
    waves = reviewed_waves(db, by=viewer())

if not waves:
    no_comments()
    st.stop()

by_id = {wave.id: wave for wave in waves}
wave_id = waves[0].id
if len(waves) > 1:
    wave_id = st.selectbox(
        _("Undersøgelse"),
        list(by_id),
        format_func=lambda choice: _(
            "{name}, lukket {day}",
            name=by_id[choice].name,
            day=words().day(by_id[choice].closes_on),
        ),
        key="comments_wave",
    )
st.markdown(
    _(
        "To forskellige personer læser hver kommentar, før nogen ser den. Den kan vises, når den "
        "handler om arbejdet. Ret den, eller hold den tilbage, når den peger på en person, en "
        "patient eller en enkelt hændelse, eller når måden at skrive på kan røbe, hvem det er."
    )
)
reader = comment_reviewer()
if reader is not None:
    with refusals():
        with database(answers=True) as db:
            review = open_review(db, wave_id, by=reader)
        comment_review(review, reader)
        comment_publish(review, reader)
