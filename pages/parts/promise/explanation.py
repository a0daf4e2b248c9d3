"""The owner's words about a promise: why it stands as it does, what is done, and by when."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from models.services.promises.scoreboard import ScoreboardCriterion
from models.services.updates import explanations
from models.services.updates.explanations import LONGEST
from models.steering.explanation import Explanation
from pages.parts.form.form import Form
from pages.parts.messages import leave, show_message
from pages.parts.promise.facts import fact_list
from pages.shell.database import database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, say, words

PLACE = "explanation"


def owner_words(
    standing: ScoreboardCriterion, entries: Sequence[Explanation], *, may_write: bool
) -> None:
    """Show the newest words, the earlier ones folded, and the form for who may write.

    entries: the newest first.
    """
    st.header(_("Ejerens forklaring"))
    show_message(PLACE)
    if entries:
        st.html(_markup(entries[0]))
    elif standing.assessment.red:
        st.warning(_("Løftet er rødt, og ejeren har ikke skrevet hvorfor."))
    else:
        st.html(f"<p>{escape(_('Ejeren har ikke skrevet noget om løftet.'))}</p>")
    if entries[1:]:
        with st.expander(say("Tidligere forklaringer ({n})", n=len(entries) - 1)):
            st.html("".join(map(_markup, entries[1:])))
    if may_write:
        with st.expander(_("Skriv en forklaring")):
            _form(standing.criterion.id)


def _markup(words_of_owner: Explanation) -> str:
    by_when = words_of_owner.by_when
    facts = [
        (_("Hvorfor"), escape(words_of_owner.why)),
        (_("Det gør vi"), escape(words_of_owner.action)),
        (_("Inden"), escape(words().day(by_when)) if by_when else ""),
    ]
    author = _(
        "Skrevet af {who} den {day}.",
        who=words_of_owner.entered_by,
        day=words().day(words_of_owner.entered_on),
    )
    return f'<div class="pj-words">{fact_list(facts)}<p class="pj-small">{escape(author)}</p></div>'


def _form(criterion_id: str) -> None:
    form = Form(f"explanation_{criterion_id}")
    why = form.text(
        _("Hvorfor står løftet, som det gør?"),
        key="why",
        height=100,
        longest=LONGEST,
        required=True,
        hint=_("I ord, som et udvalg forstår. Det kan alle læse, der kan se løftet."),
    )
    action = form.text(_("Hvad gør I ved det?"), key="action", height=100, longest=LONGEST)
    by_when = form.day(_("Inden hvilken dag?"), key="by_when")
    if not form.ready(_("Gem forklaringen")):
        return
    with form.refusals():
        entry = Explanation(criterion_id, why, action, by_when)
        with database() as db:
            explanations.explain(db, entry, by=viewer(), on=today())
        form.clear()
        leave(_("Forklaringen er gemt. De tidligere kan stadig læses."), at=PLACE)
