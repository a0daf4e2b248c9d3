"""The publication of a wave's comments, which happens once."""

import streamlit as st

from models.access import Viewer
from models.services.waves import comment_publication
from models.services.waves.comment_review import Review
from pages.parts.messages import leave, refusals
from pages.shell.database import database
from pages.shell.viewer import today
from pages.shell.wording import _, ngettext, say
from survey.asking.wave import WaveState
from survey.disclosure.threshold import detail_threshold


def comment_publish(review: Review, by: Viewer) -> None:
    """Show the button that publishes the approved comments, when the result is released."""
    st.subheader(_("Vis kommentarerne"))
    if review.wave.state is not WaveState.RELEASED:
        st.info(_("Kommentarerne kan vises, når resultatet er frigivet på siden Undersøgelser."))
        return
    least = detail_threshold(review.wave.smallest_group)
    st.markdown(
        say(
            "En kommentar vises ét sted: hos afdelingen, når mindst {n} derfra står sammen, ellers "
            "længere oppe, i tilfældig rækkefølge. Det gøres én gang og kan ikke laves om. "
            "De, der ikke vises, slettes nu, og resten et år efter, at undersøgelsen lukkede.",
            n=least,
        )
    )
    if review.approved < least:
        st.info(say("Kommentarerne kan først vises, når to har godkendt mindst {n}.", n=least))
        return
    undecided = review.unread + review.half
    leave_unread = bool(undecided) and st.checkbox(
        ngettext(
            "Slet den ene, som to ikke har læst", "Slet de {n}, som to ikke har læst", undecided
        ),
        key="comments_leave_unread",
    )
    show = ngettext("Vis den ene kommentar", "Vis de {n} kommentarer", review.approved)
    if st.button(show, key="comments_publish"):
        with refusals():
            with database(answers=True) as db:
                publication = comment_publication.publish(
                    db, review.wave.id, leave_unread=leave_unread, by=by, on=today()
                )
            comments = ngettext("{n} kommentar", "{n} kommentarer", publication.comments)
            places = ngettext("{n} sted", "{n} steder", publication.places)
            leave(
                _(
                    "{comments} vises nu på {places}. Slettet: {left}.",
                    comments=comments,
                    places=places,
                    left=publication.left_out,
                ),
                at="comments",
            )
