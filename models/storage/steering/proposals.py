"""What the status of a year asks of the committee; only added to."""

from dataclasses import fields
from datetime import date

from sqlalchemy import insert, select

from models.steering.committee_proposal import CommitteeProposal
from models.storage import Db
from models.storage.tables.updates import ProposalRow

_FIELDS = tuple(field.name for field in fields(CommitteeProposal))


def add(db: Db, proposal: CommitteeProposal, *, entered_by: str, entered_on: date) -> None:
    """Add a proposal, which counts in place of the earlier ones of its position."""
    row = {name: getattr(proposal, name) for name in _FIELDS}
    db.execute(insert(ProposalRow), [row | {"entered_by": entered_by, "entered_on": entered_on}])


def of_year(
    db: Db, strategy_id: str, year: int, *, knowledge_date: date | None = None
) -> tuple[CommitteeProposal, ...]:
    """Return the proposals that count, by position, entered by a day (None: ever).

    One that was taken back is left out.
    """
    table = ProposalRow.__table__.c
    query = (
        select(*(table[name] for name in _FIELDS))
        .where(
            table.strategy_id == strategy_id,
            table.year == year,
            table.entered_on <= (knowledge_date or date.max),
        )
        .order_by(table.entry)
    )
    proposals = {row["position"]: CommitteeProposal(**row) for row in db.execute(query).mappings()}
    return tuple(proposals[place] for place in sorted(proposals) if proposals[place].text)
