"""What an owner has to enter: a card for each promise with one field and one button."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from models.services.updates import explanations, submissions
from models.services.updates.due_updates import LateOwner, OwnUpdates, PromiseUpdate
from models.steering.submission import Submission, ValueStage
from models.wording import N_
from pages.parts.due.tasks import ago
from pages.parts.finding import show_finding
from pages.parts.form.form import Form
from pages.parts.messages import put, show_message
from pages.parts.status_mark import status_badge
from pages.parts.updates.fields import Entry, explanation_fields, milestone_key, value_fields
from pages.parts.updates.value_words import value_words
from pages.shell.database import Db, database
from pages.shell.viewer import today, viewer
from pages.shell.wording import _, markdown_escaped, ngettext, say, words
from survey.errors import SpokenError

MESSAGE, PROBLEMS = "my_updates", "my_updates_problems"
NEXT = N_("Den næste gælder {day}: {promise}")


def own_finding(
    updates: OwnUpdates,
    *,
    owner: str,
    late: Sequence[LateOwner],
    pending: Sequence[Submission],
    at: DeltaGenerator,
) -> None:
    """Say how many values are due, or that none is and when the next one comes.

    late: for a steward the owners of promises; pending: the values that the viewer may approve.
    Without promises of one's own these are the finding.
    """
    n = len(updates.due)
    with at:
        if n and owner:
            show_finding(
                ngettext(
                    "{n} værdi venter på {owner}", "{n} værdier venter på {owner}", n, owner=owner
                )
            )
        elif n:
            show_finding(ngettext("{n} værdi venter på dig", "{n} værdier venter på dig", n))
        elif updates.upcoming:
            first = updates.upcoming[0]
            show_finding(_("Der venter ingen værdi på dig"))
            promise = first.standing.criterion.text
            st.caption(say(NEXT, day=words().day(first.day), promise=promise))
        elif updates.waiting:
            show_finding(_("Der venter ingen værdi på dig"))
        elif any(entry.due for entry in late):
            n = sum(bool(entry.due) for entry in late if entry.owner)
            show_finding(ngettext("{n} ejer er sen", "{n} ejere er sene", n))
        elif pending:
            n = len(pending)
            show_finding(
                ngettext(
                    "{n} værdi venter på godkendelse.", "{n} værdier venter på godkendelse.", n
                )
            )
        else:
            show_finding(_("Ingen løfter har dig som ejer"))
            st.caption(
                _("En tovholder skriver ejeren på siden Mål. Navnet eller e-mailadressen på listen "
                  "over ejere skal være det, du logger ind med.")
            )  # fmt: skip


def own_cards(updates: OwnUpdates, *, owner: str) -> None:
    """Show each due promise with its field, and below them those that wait for another person.

    owner: the one whom a steward looks as; blank for the viewer.
    """
    show_message(MESSAGE)
    if updates.due:
        st.caption(
            _("Skriv de nye tal, eller tryk Uændret. En anden godkender dem, før de tæller.")
        )
    for update, submission in updates.submissions(ValueStage.RETURNED):
        if submission is not update.submission or update.lock is not None:
            _returned(update, submission)
    form = Form(f"my_updates_{owner}")
    problems = st.session_state.get(PROBLEMS, {})
    entries = [_card(form, update, problems) for update in updates.due]
    if any(update.lock is None for update in updates.due) and form.ready(
        _("Send det, jeg har skrevet")
    ):
        _send(entries, form)
    _waiting(updates)


def _card(form: Form, update: PromiseUpdate, problems: Mapping[str, str]) -> Entry:
    criterion_id = update.standing.criterion.id
    entry = Entry(update, None)
    with st.container(border=True, key=f"update_{criterion_id}"):
        if update.is_returned and update.submission is not None and update.lock is None:
            _returned(update, update.submission)
        about, field, buttons = st.columns([6, 3, 2], vertical_alignment="center")
        with about:
            _about(update)
        if update.lock is not None:
            with field:
                _locked(update)
            return entry
        with field:
            entry = value_fields(form, update)
        with buttons:
            is_unchanged = _unchanged_button(update)
            entry = replace(entry, explanation=explanation_fields(form, update))
        if criterion_id in problems:
            st.error(markdown_escaped(problems[criterion_id]), icon=":material/error:")
        if is_unchanged:
            _confirm(entry)
    return entry


def _about(update: PromiseUpdate) -> None:
    standing, last = update.standing, update.last
    criterion = standing.criterion
    if last is None:
        figure = _("Ikke målt endnu")
    else:
        value = value_words(update, last.value)
        figure = _("Sidst: {value}, {day}", value=value, day=words().day(last.ref))
    day = words().day(update.day)
    due = _("Skulle gælde {day}, {ago}", day=day, ago=ago(update.day, today()))
    st.html(
        f'<p class="pj-update">{status_badge(standing.assessment)} '
        f"<strong>{escape(criterion.text)}</strong></p>"
        f'<p class="pj-small">{escape(figure)} · {escape(due)}</p>'
    )


def _returned(update: PromiseUpdate, submission: Submission) -> None:
    """Say who sent a value back, and why."""
    value, decision = submission.observation, submission.decision
    if decision is None:
        return
    st.warning(
        say("{code} den {ref}: {who} sendte {value} tilbage {day}. {reason}",
            code=value.criterion_id, ref=words().day(value.ref), who=decision.decided_by,
            value=value_words(update, value.value), day=words().day(decision.decided_on),
            reason=decision.reason),
        icon=":material/undo:",
    )  # fmt: skip


def _locked(update: PromiseUpdate) -> None:
    lock = update.lock
    if lock is not None:
        st.info(
            say("Perioden {first} til {last} er låst af {who}. En tovholder kan åbne den igen.",
                first=words().day(lock.first_day), last=words().day(lock.last_day),
                who=lock.entered_by),
            icon=":material/lock:",
        )  # fmt: skip


def _unchanged_button(update: PromiseUpdate) -> bool:
    if update.last is None:
        return False
    criterion_id = update.standing.criterion.id
    value = value_words(update, update.last.value)
    return st.button(
        _("Uændret"),
        key=f"unchanged_{criterion_id}",
        icon=":material/check:",
        help=say("{code} er stadig {value} den {day}", code=criterion_id, value=value,
                 day=words().day(update.day)),
        width="stretch",
    )  # fmt: skip


def _confirm(entry: Entry) -> None:
    """Confirm that the value is as it was, with the owner's words where there are any."""
    code = entry.update.standing.criterion.id
    problems: dict[str, str] = {}
    try:
        with database() as db:
            submissions.confirm_unchanged(db, code, entry.update.day, by=viewer(), on=today())
            _explain(db, entry)
    except SpokenError as problem:
        problems[code] = words().error(problem)
    else:
        put(_("{code} er meldt uændret og venter på godkendelse.", code=code), at=MESSAGE)
    st.session_state[PROBLEMS] = problems
    st.rerun()


def _send(entries: Sequence[Entry], form: Form) -> None:
    """Enter each value that is written; one that is refused stays in its field."""
    filled = [entry for entry in entries if entry.value is not None or entry.explanation]
    if not filled:
        st.info(_("Skriv mindst ét tal, eller tryk Uændret."))
        return
    problems: dict[str, str] = {}
    for entry in filled:
        code = entry.update.standing.criterion.id
        try:
            _enter(entry)
        except SpokenError as problem:
            problems[code] = words().error(problem)
        else:
            st.session_state.pop(milestone_key(form, code), None)
    if not problems:
        form.clear()
    n = len(filled) - len(problems)
    if n:
        put(ngettext("{n} opdatering er sendt.", "{n} opdateringer er sendt.", n), at=MESSAGE)
    st.session_state[PROBLEMS] = problems
    st.rerun()


def _enter(entry: Entry) -> None:
    observation = entry.observation(today())
    with database() as db:
        if observation is not None:
            as_written = entry.as_written
            submissions.enter(db, observation, as_written=as_written, by=viewer(), on=today())
        _explain(db, entry)


def _explain(db: Db, entry: Entry) -> None:
    if entry.explanation is not None:
        explanations.explain(db, entry.explanation, by=viewer(), on=today())


def _waiting(updates: OwnUpdates) -> None:
    """List the values that wait for another person."""
    values = updates.submissions(ValueStage.ENTERED)
    if not values:
        return
    st.subheader(_("Venter på godkendelse"))
    rows = "".join(f"<li>{_waiting_row(*value)}</li>" for value in values)
    st.html(f'<ul class="pj-due">{rows}</ul>')


def _waiting_row(update: PromiseUpdate, submission: Submission) -> str:
    value = submission.observation
    mark = _("uændret") if submission.unchanged else _("ny værdi")
    day, day_sent = words().day(value.ref), words().day(value.recorded)
    details = _("{code} · gælder {day} · {mark} · sendt {sent}", code=value.criterion_id, day=day,
                mark=mark, sent=day_sent)  # fmt: skip
    return (
        f"{escape(update.standing.criterion.text)}: "
        f"<strong>{escape(value_words(update, value.value))}</strong> "
        f'<span class="pj-small">{escape(details)}</span>'
    )
