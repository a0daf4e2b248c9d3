"""What was written with the answers: under random keys, and shown only after its review."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, fields
from secrets import token_hex

from sqlalchemy import RowMapping, Select, delete, func, insert, select, update

from models.storage import Db
from models.storage.among import among
from models.storage.tables import CommentRow
from survey.comment import Comment, CommentState

KEY_BYTES = 16
READABLE = (CommentState.APPROVED, CommentState.EDITED)
_FIELDS = tuple(field.name for field in fields(Comment))
_EVERYTHING = select(*(CommentRow.__table__.c[name] for name in _FIELDS))


def add(db: Db, wave_id: str, unit_id: str, text: str, *, language: str = "") -> None:
    """Keep what somebody wrote, under a new random key; it waits for its review."""
    _keep(db, [Comment(token_hex(KEY_BYTES), wave_id, unit_id, text, language)])


def _keep(db: Db, comments: Sequence[Comment]) -> None:
    if comments:
        db.execute(insert(CommentRow), [asdict(comment) for comment in comments])


def of(
    db: Db, wave_id: str, *, state: CommentState | None = None, units: Collection[str] | None = None
) -> tuple[Comment, ...]:
    """A wave's comments as they were written, in the order of their random ids.

    state, units: only these; None is all. Needs a unit of work that may read answers.
    """
    query = _EVERYTHING.where(CommentRow.wave_id == wave_id)
    if state is not None:
        query = query.where(CommentRow.state == state)
    query = query.where(*among(db, CommentRow.unit_id, units))
    return _comments(db, query)


def get(db: Db, comment_id: str) -> Comment | None:
    """One comment as it was written. Needs a unit of work that may read answers."""
    found = _comments(db, _EVERYTHING.where(CommentRow.id == comment_id))
    return found[0] if found else None


def judge(db: Db, comment: Comment) -> None:
    """Keep state, shown text and reviewers of a comment; what was written stays.

    Needs a unit of work that may read answers. A comment that is not there changes nothing.
    """
    fresh = {
        "state": comment.state,
        "shown": comment.shown,
        "first_by": comment.first_by,
        "second_by": comment.second_by,
    }
    db.execute(update(CommentRow).where(CommentRow.id == comment.id).values(fresh))


def shown(db: Db, wave_id: str) -> tuple[tuple[str, str], ...]:
    """(unit id, text as it may be read) of each comment that passed its review.

    In the order of the random ids. Whether a unit has enough of them to show any is not judged.
    """
    query = (
        select(CommentRow.unit_id, CommentRow.shown)
        .where(CommentRow.wave_id == wave_id, CommentRow.state.in_(READABLE))
        .order_by(CommentRow.id)
    )
    return tuple((row.unit_id, row.shown) for row in db.execute(query))


def counts(db: Db, wave_id: str) -> dict[CommentState, int]:
    """State -> how many comments of a wave are there; a state without any is absent."""
    query = (
        select(CommentRow.state, func.count())
        .where(CommentRow.wave_id == wave_id)
        .group_by(CommentRow.state)
    )
    return {CommentState(state): number for state, number in db.execute(query)}


def settle(db: Db, wave_id: str) -> None:
    """Write a closed wave's comments anew, as `responses.settle` does with the answers.

    PostgreSQL notes beside a comment the same transaction as beside the answers sent with it.
    Needs a unit of work that may read answers.
    """
    of_wave = CommentRow.wave_id == wave_id
    kept = of(db, wave_id)
    db.execute(delete(CommentRow).where(of_wave))
    _keep(db, kept)


def _comments(db: Db, query: Select[*tuple[object, ...]]) -> tuple[Comment, ...]:
    rows = db.execute(query.order_by(CommentRow.id)).mappings()
    return tuple(_comment(row) for row in rows)


def _comment(row: RowMapping) -> Comment:
    return Comment(**{**row, "state": CommentState(row["state"])})
