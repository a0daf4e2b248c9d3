"""The review of comments: a form that shows one at a time to its reviewer."""

from typing import assert_never

import streamlit as st

from models.access import Viewer
from models.services.waves.comment_review import Review, judge
from pages.parts.messages import leave, refusals
from pages.shell.database import database
from pages.shell.wording import _, markdown_escaped, ngettext
from survey.asking.comment import Comment, CommentState

PLACE = "comment_place"


def comment_review(review: Review, by: Viewer) -> None:
    """Show the progress, and the next comment for this reviewer."""
    st.progress(
        (review.approved + review.withheld) / review.of, markdown_escaped(_progress(review))
    )
    if not review.for_me:
        st.info(_("Du har ikke flere kommentarer at læse. Dem, du har læst, venter på en anden."))
        return
    comment = review.for_me[st.session_state.get(PLACE, 0) % len(review.for_me)]
    with st.container(border=True, key=f"pj_review_{comment.id}"):
        st.markdown(f"**{markdown_escaped(_state_text(comment))}**")
        text = st.text_area(
            _("Kommentaren"),
            comment.text,
            height=180,
            key=f"comment_text_{comment.id}_{len(comment.text)}",
            persist_state="session",
            help=_("Ret kun for at fjerne det, der peger på nogen. Det gamle gemmes ikke."),
        )
        with st.container(horizontal=True):
            show = st.button(_("Kan vises"), type="primary", key="comment_show")
            withhold = st.button(_("Hold den tilbage"), key="comment_withhold")
            later = st.button(_("Senere"), key="comment_later")
    if later:
        st.session_state[PLACE] = st.session_state.get(PLACE, 0) + 1
        st.rerun()
    if show or withhold:
        _judge(comment, by, show=show, text=text)


def _judge(comment: Comment, by: Viewer, *, show: bool, text: str) -> None:
    with refusals():
        with database(answers=True) as db:
            decision = judge(db, comment.id, show=show, text=text, by=by)
        final, first = _("Afgjort: I er enige."), _("Noteret. Nu skal en anden læse den.")
        leave(final if decision.decided else first, at="comments")


def _progress(review: Review) -> str:
    return ngettext(
        "{n} kommentar: {approved} kan vises, {withheld} holdes tilbage, {half} venter på den "
        "anden, {unread} er ikke læst.",
        "{n} kommentarer: {approved} kan vises, {withheld} holdes tilbage, {half} venter på den "
        "anden, {unread} er ikke læst.",
        review.of,
        approved=review.approved,
        withheld=review.withheld,
        half=review.half,
        unread=review.unread,
    )


def _state_text(comment: Comment) -> str:
    match comment.state:
        case CommentState.PENDING:
            return _("Ingen har læst den endnu.")
        case CommentState.APPROVED:
            return _("En anden mener, at den kan vises, som den står.")
        case CommentState.EDITED:
            return _("En anden har rettet i den og mener, at den kan vises sådan.")
        case CommentState.WITHHELD:
            return _("En anden mener, at den skal holdes tilbage.")
        case _ as never:
            assert_never(never)
