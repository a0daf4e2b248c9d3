"""A status set by people beside the computed one: proposed, approved by another, for a while."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from models.access import Permission, Viewer, require
from models.errors import InputError, SteeringError
from models.services.promises.basis import basis_of
from models.services.updates.ownership import may_be_one_person
from models.stages.tables import OVERRIDE
from models.steering.override_proposal import OverrideDecision, OverrideProposal
from models.steering.submission import Decision
from models.storage import Db
from models.storage.steering import overrides, trace
from models.strategy.rule.assessment import Status
from models.strategy.rule.override import OPEN_STATUSES
from models.strategy.rule.versions.rule import CURRENT
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from models.trace.state import state
from survey.plain_text import plain


class OwnOverride(SteeringError):
    """Somebody would approve or reject an override that they proposed themselves."""


class AlreadyDecided(SteeringError):
    """Somebody else has decided about an override in the meantime."""


def propose(
    db: Db,
    criterion_id: str,
    status: Status,
    *,
    reason: str,
    evidence: str = "",
    expires: date,
    by: Viewer,
    on: date,
) -> OverrideProposal:
    """Set a worse status at once, or propose one that is a step better, beside the computed one.

    A better one needs evidence and another person. expires: the last day it counts. Raises
    InputError for a reason that is too short, for more than a step up, for too long a time, and
    where the rule's status is final or there are no data.
    """
    require(by, Permission.OVERRIDE)
    computed = basis_of(db, criterion_id).assessment(on).status
    proposal = OverrideProposal(
        criterion_id,
        status,
        computed,
        plain(reason).strip(),
        plain(evidence).strip(),
        by.name,
        on,
        expires,
    )
    _require_possible(proposal)
    proposal = replace(proposal, entry=overrides.add(db, proposal))
    after = state(proposal, without=("criterion_id", "entry", "proposed_by", "decisions", "reason"))
    place = subject.criterion(criterion_id)
    trace.add(db, Write(Action.PROPOSE_OVERRIDE, place, by, None, after, proposal.reason))
    return proposal


def _require_possible(proposal: OverrideProposal) -> None:
    if proposal.computed not in OPEN_STATUSES or proposal.status not in OPEN_STATUSES:
        raise InputError(
            "Kun en status på vej kan tilsidesættes: nået, ikke nået og ingen "
            "data står, som reglen siger.",
            field="status",
        )
    up = OPEN_STATUSES.index(proposal.status) - OPEN_STATUSES.index(proposal.computed)
    if up == 0:
        raise InputError("Reglen siger allerede den status.", field="status")
    if up > 1:
        raise InputError("En status løftes højst ét trin.", field="status")
    if len(proposal.reason) < CURRENT.override_reason_min:
        raise InputError(
            "Skriv en grund på mindst {n} tegn.", field="reason", n=CURRENT.override_reason_min
        )
    if up > 0 and not proposal.evidence:
        raise InputError("En bedre status kræver et bilag.", field="evidence")
    days = (proposal.expires - proposal.created).days
    if not 0 <= days <= CURRENT.override_max_days:
        raise InputError(
            "Den gælder højst {n} dage frem.", field="expires", n=CURRENT.override_max_days
        )


def approve(db: Db, entry: int, *, by: Viewer, on: date) -> OverrideProposal:
    """Agree to a better status that another person proposed; from now on it counts.

    Raises OwnOverride, AlreadyDecided, StageRefused, InputError.
    """
    require(by, Permission.OVERRIDE)
    return _decide(db, entry, "approve", Action.APPROVE_OVERRIDE, "", by=by, on=on)


def reject(db: Db, entry: int, *, reason: str, by: Viewer, on: date) -> OverrideProposal:
    """Say no to a status that another person proposed, with the reason.

    Raises OwnOverride, AlreadyDecided, StageRefused, InputError.
    """
    require(by, Permission.OVERRIDE)
    reason = plain(reason).strip()
    if not reason:
        raise InputError("Skriv, hvorfor den afvises.", field="reason")
    return _decide(db, entry, "reject", Action.REJECT_OVERRIDE, reason, by=by, on=on)


def withdraw(db: Db, entry: int, *, reason: str = "", by: Viewer, on: date) -> OverrideProposal:
    """End an override before it expires; anybody who may override may do it.

    Raises AlreadyDecided, StageRefused, InputError.
    """
    require(by, Permission.OVERRIDE)
    reason = plain(reason).strip()
    return _decide(db, entry, "withdraw", Action.WITHDRAW_OVERRIDE, reason, by=by, on=on)


_DECISION = {
    "approve": OverrideDecision.APPROVED,
    "reject": OverrideDecision.REJECTED,
    "withdraw": OverrideDecision.WITHDRAWN,
}


def _decide(
    db: Db, entry: int, move: str, action: Action, reason: str, *, by: Viewer, on: date
) -> OverrideProposal:
    proposal = overrides.get(db, entry)
    if proposal is None:
        raise InputError("Den tilsidesatte status findes ikke.")
    OVERRIDE.after(proposal.stage(on), move)
    if OVERRIDE.move(move).by_another and may_be_one_person(db, proposal.proposed_by, by.name):
        raise OwnOverride("Du har selv foreslået den: en anden skal tage stilling.")
    decision = Decision(_DECISION[move], by.name, on, reason)
    if not overrides.decide(db, entry, len(proposal.decisions) + 1, decision):
        raise AlreadyDecided("En anden har lige taget stilling til den. Se siden igen.")
    decided = replace(proposal, decisions=(*proposal.decisions, decision))
    before, after = ({"stage": stage.value} for stage in (proposal.stage(on), decided.stage(on)))
    place = subject.criterion(proposal.criterion_id)
    trace.add(db, Write(action, place, by, before, after, reason))
    return decided


def proposals(db: Db, criterion_ids: Iterable[str], *, by: Viewer) -> tuple[OverrideProposal, ...]:
    """Return every override of some criteria in the order of entry, the ended ones too."""
    require(by, Permission.SEE_SCOREBOARD)
    return overrides.of_criteria(db, criterion_ids)
