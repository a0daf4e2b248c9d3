"""Values that others entered: approved, or sent back with a reason."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.services.promises import strategies
from models.services.updates import submissions
from models.steering.person import may_be_same_person
from models.steering.submission import Submission
from models.strategy.target import DONE, IndicatorKind
from pages.parts.form.form import Form
from pages.parts.messages import leave, refusals, show_message
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, ngettext, say, words

MESSAGE = "my_updates_approvals"


def approvals(pending: Sequence[Submission]) -> None:
    """Show each waiting value with its two buttons; of the viewer's own it says why it has none."""
    show_message(MESSAGE)
    if not pending:
        st.info(_("Ingen værdier venter på godkendelse."))
        return
    n = len(pending)
    st.caption(
        ngettext("{n} værdi venter på godkendelse.", "{n} værdier venter på godkendelse.", n)
    )
    for submission in pending:
        with st.container(border=True, key=f"approval_{submission.entry}"):
            _approval(submission)


def _approval(submission: Submission) -> None:
    value = submission.observation
    criterion = strategies.criterion(value.criterion_id)
    milestone = criterion.indicator.kind is IndicatorKind.MILESTONE
    figure = words().with_unit(words().number(value.value, 10), criterion.indicator.unit)
    if milestone:
        figure = _("sket") if value.value == DONE else _("ikke sket endnu")
    mark = _("uændret") if submission.unchanged else _("ny værdi")
    details = _("{code} · gælder {day} · {mark} · sendt af {who} {sent}", code=criterion.id,
                day=words().day(value.ref), mark=mark, who=value.entered_by,
                sent=words().day(value.recorded))  # fmt: skip
    about, buttons = st.columns([3, 2], vertical_alignment="center")
    about.html(
        f"<p><strong>{escape(criterion.text)}: {escape(figure)}</strong></p>"
        f'<p class="pj-small">{escape(details)}</p>'
    )
    with buttons:
        if may_be_same_person(value.entered_by, viewer().name):
            st.info(_("Du har selv indtastet værdien: en anden skal tage stilling til den."))
            return
        _decision(submission, f"{criterion.id}, {words().day(value.ref)}")


def _decision(submission: Submission, subject: str) -> None:
    entry = submission.entry or 0
    if st.button(say("Godkend {subject}", subject=subject), type="primary", width="stretch",
                 key=f"approve_{entry}"):  # fmt: skip
        with refusals():
            with database() as db:
                submissions.approve(db, entry, by=viewer(), on=today())
            leave(_("{subject} er godkendt og tæller nu.", subject=subject), at=MESSAGE)
    with st.expander(_("Send tilbage")):
        form = Form(f"return_{entry}")
        reason = form.text(_("Hvorfor sendes {subject} tilbage?", subject=subject), key="reason",
                           required=True)  # fmt: skip
        if form.ready(_("Send {subject} tilbage", subject=subject)):
            with form.refusals():
                with database() as db:
                    submissions.send_back(db, entry, reason=reason, by=viewer(), on=today())
                form.clear()
                leave(_("{subject} er sendt tilbage.", subject=subject), at=MESSAGE)
