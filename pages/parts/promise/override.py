"""A status that people set beside the computed one: what counts, what waits, and the form."""

from collections.abc import Sequence
from datetime import timedelta
from html import escape

import streamlit as st

from models.access import Permission
from models.charts.promises.signs import Sign
from models.services.promises.scoreboard import ScoreboardCriterion
from models.services.updates import overrides
from models.steering.override_proposal import OverrideProposal, OverrideStage
from models.steering.person import may_be_same_person
from models.strategy.rule.override import OPEN_STATUSES
from models.strategy.rule.versions.rule import CURRENT
from models.strategy.rule.words import STATUS_WORD
from pages.parts.form.form import Form
from pages.parts.messages import leave, refusals, show_message
from pages.parts.promise.facts import fact_list
from pages.parts.status_mark import badge
from pages.shell.database import database
from pages.shell.viewer import admits, today, viewer
from pages.shell.wording import _, words

PLACE = "override"


def override(standing: ScoreboardCriterion, proposals: Sequence[OverrideProposal]) -> None:
    """Show what people say of the status; nothing where nobody has, and the viewer may not.

    proposals: every override of the criterion in the order of entry.
    """
    now = [
        proposal
        for proposal in proposals
        if proposal.stage(today()) in {OverrideStage.IN_FORCE, OverrideStage.PROPOSED}
    ]
    may = admits(Permission.OVERRIDE)
    is_open = standing.assessment.status in OPEN_STATUSES
    if not now and not (may and is_open):
        return
    show_message(PLACE)
    for proposal in reversed(now):
        _proposal(standing, proposal, may=may)
    if may and is_open:
        with st.expander(_("Vurdér status anderledes end reglen")):
            _form(standing)


def _proposal(standing: ScoreboardCriterion, proposal: OverrideProposal, *, may: bool) -> None:
    waits = proposal.stage(today()) is OverrideStage.PROPOSED
    title = _("Foreslået vurdering") if waits else _title(standing, proposal)
    who = _("Foreslået af {who} den {day}.", who=proposal.proposed_by,
            day=words().day(proposal.created))  # fmt: skip
    if proposal.approved_by:
        who = f"{who} {_('Godkendt af {who}.', who=proposal.approved_by)}"
    if waits:
        who = f"{who} {_('Tæller først, når en anden har godkendt den.')}"
    computed = badge(Sign(standing.assessment.status))
    facts = [
        (_("Efter reglen"), computed),
        (_("Grund"), escape(proposal.reason)),
        (_("Bilag"), escape(proposal.evidence)),
        (_("Gælder til"), escape(words().day(proposal.expires))),
        (_("Hvem"), escape(who)),
    ]
    st.html(
        f'<div class="pj-words"><p><b>{escape(title)}:</b> {badge(Sign(proposal.status))}</p>'
        f"{fact_list(facts)}</div>"
    )
    if may:
        _decisions(proposal, waits=waits)


def _title(standing: ScoreboardCriterion, proposal: OverrideProposal) -> str:
    """Return whether a judgement counts: the rule may say something else since it was made."""
    counting = standing.override
    if counting is not None and counting.override == proposal.override:
        return _("Vurderet af mennesker")
    return _("Vurdering, der ikke tæller nu")


def _decisions(proposal: OverrideProposal, *, waits: bool) -> None:
    """Offer what the viewer may decide; nobody approves or rejects what they proposed."""
    is_own = may_be_same_person(proposal.proposed_by, viewer().name)
    with st.container(horizontal=True):
        if waits and not is_own and st.button(_("Godkend"), key=f"approve_{proposal.entry}"):
            _decide(proposal, approved=True)
        if st.button(_("Træk tilbage"), key=f"withdraw_{proposal.entry}"):
            _decide(proposal, approved=False)
    if waits and is_own:
        st.caption(_("Du har selv foreslået den: en anden skal tage stilling."))


def _decide(proposal: OverrideProposal, *, approved: bool) -> None:
    if proposal.entry is None:
        return
    with refusals():
        with database() as db:
            if approved:
                overrides.approve(db, proposal.entry, by=viewer(), on=today())
            else:
                overrides.withdraw(db, proposal.entry, by=viewer(), on=today())
        done = (
            _("Vurderingen tæller fra nu af.") if approved else _("Vurderingen tæller ikke mere.")
        )
        leave(done, at=PLACE)


def _form(standing: ScoreboardCriterion) -> None:
    st.markdown(
        _(
            "Reglens status bliver stående. En dårligere vurdering tæller straks; en bedre er "
            "højst ét trin, kræver et bilag og en anden persons godkendelse. Begge udløber."
        )
    )
    computed = standing.assessment.status
    at = OPEN_STATUSES.index(computed)
    choices = {
        str(status): _(STATUS_WORD[status])
        for place, status in enumerate(OPEN_STATUSES)
        if status is not computed and place <= at + 1
    }
    form = Form(f"override_{standing.criterion.id}")
    status = form.choice(_("Vurdering"), choices, key="status")
    reason = form.text(
        _("Grund"),
        key="reason",
        height=100,
        required=True,
        hint=_("Tegn i det mindste: {n}.", n=CURRENT.override_reason_min),
    )
    evidence = form.text(_("Bilag"), key="evidence", hint=_("Fx sag, notat eller adresse."))
    longest = timedelta(days=CURRENT.override_max_days)
    expires = form.day(_("Gælder til"), today() + longest, key="expires", required=True)
    if not form.ready(_("Gem vurderingen")) or status is None or expires is None:
        return
    chosen = next(open_status for open_status in OPEN_STATUSES if str(open_status) == status)
    with form.refusals():
        with database() as db:
            saved = overrides.propose(
                db, standing.criterion.id, chosen,
                reason=reason, evidence=evidence, expires=expires, by=viewer(), on=today(),
            )  # fmt: skip
        form.clear()
        if saved.needs_approval:
            leave(_("Forslaget er gemt og venter på en anden."), at=PLACE)
        leave(_("Vurderingen er gemt og tæller nu."), at=PLACE)
