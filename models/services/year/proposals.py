"""What a strategy's annual status asks of the committee, as a steward writes it."""

from datetime import date
from typing import Final

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.services.promises import strategies
from models.steering.committee_proposal import CommitteeProposal
from models.storage import Db
from models.storage.steering import trace
from models.storage.steering.proposals import add, of_year
from models.trace import subject
from models.trace.action import Action
from models.trace.entry import Write
from survey.plain_text import plain

# So many lines of so many signs fit on the first page beside the rest.
LONGEST: Final = 120
MOST: Final = 4


def put_proposal(
    db: Db, strategy_id: str, year: int, position: int, text: str, *, by: Viewer, on: date
) -> CommitteeProposal:
    """Write a proposal at its position, from 1, in place of the one there; blank takes it back."""
    require(by, Permission.SET_TARGET)
    strategies.strategy(strategy_id)
    proposal = CommitteeProposal(strategy_id, year, position, plain(text).strip())
    if not 1 <= position <= MOST:
        raise InputError("Der er plads til {n} forslag.", field="position", n=MOST)
    if len(proposal.text) > LONGEST:
        raise InputError("Teksten er for lang: højst {n} tegn.", field="text", n=LONGEST)
    earlier = {each.position: each.text for each in of_year(db, strategy_id, year)}
    before = earlier.get(position, "")
    if proposal.text != before:
        add(db, proposal, entered_by=by.name, entered_on=on)
        place = subject.year(strategy_id, year)
        states = _state(position, before), _state(position, proposal.text)
        trace.add(db, Write(Action.PROPOSE, place, by, *states))
    return proposal


def _state(position: int, text: str) -> dict[str, object] | None:
    return {"position": position, "text": text} if text else None


def proposals_of(
    db: Db, strategy_id: str, year: int, *, knowledge_date: date | None = None, by: Viewer
) -> tuple[CommitteeProposal, ...]:
    """Return the proposals of a year that count, by position, entered by a day (None: ever)."""
    require(by, Permission.SEE_ANNUAL_STATUS)
    return of_year(db, strategy_id, year, knowledge_date=knowledge_date)
