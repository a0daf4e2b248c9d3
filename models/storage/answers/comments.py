"""What was written with the answers: under random keys, and read only once it is published."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from secrets import token_hex

from sqlalchemy import RowMapping, Select, delete, func, insert, select, update

from models.storage import Db
from models.storage.tables.answers import CommentRow
from survey.asking.comment import Comment, CommentState

KEY_BYTES = 16
_FIELDS = tuple(field.name for field in fields(Comment))
_EVERYTHING = select(*(CommentRow.__table__.c[name] for name in _FIELDS))


def add(db: Db, wave_id: str, unit_id: str, text: str, *, language: str = "") -> None:
    """Keep what somebody wrote, under a new random key; it waits for its review."""
    _keep(db, [Comment(token_hex(KEY_BYTES), wave_id, unit_id, text, language)])


def _keep(db: Db, comments: Sequence[Comment]) -> None:
    if comments:
        db.execute(insert(CommentRow), [asdict(comment) for comment in comments])


def of(db: Db, wave_id: str) -> tuple[Comment, ...]:
    """A wave's comments with all that is kept of them, in the order of their random ids.

    Needs a unit of work that may read answers.
    """
    return _comments(db, _EVERYTHING.where(CommentRow.wave_id == wave_id))


def get(db: Db, comment_id: str) -> Comment | None:
    """One comment. Needs a unit of work that may read answers."""
    found = _comments(db, _EVERYTHING.where(CommentRow.id == comment_id))
    return found[0] if found else None


def judge(db: Db, comment: Comment) -> None:
    """Keep text, state and reviewers of a comment in the place of what was there.

    Needs a unit of work that may read answers. A comment that is not there changes nothing.
    """
    fresh = {
        "text": comment.text,
        "state": comment.state,
        "first_by": comment.first_by,
        "second_by": comment.second_by,
    }
    db.execute(update(CommentRow).where(CommentRow.id == comment.id).values(fresh))


def waves(db: Db) -> frozenset[str]:
    """Ids of the waves that have comments."""
    return frozenset(db.scalars(select(CommentRow.wave_id).distinct()))


def counts(db: Db, wave_id: str) -> dict[CommentState, int]:
    """State -> how many comments of a wave are there; a state without any is absent."""
    query = (
        select(CommentRow.state, func.count())
        .where(CommentRow.wave_id == wave_id)
        .group_by(CommentRow.state)
    )
    return {CommentState(state): number for state, number in db.execute(query)}


def shown(db: Db, wave_id: str, *, at: str | None = None) -> tuple[tuple[str, str], ...]:
    """(theme, text) of each published comment, in the order of the random ids.

    at: only those read at this unit. theme: its words; blank where the comments are not divided.
    """
    query = select(CommentRow.theme, CommentRow.shown).where(
        CommentRow.wave_id == wave_id, CommentRow.shown_at.is_not(None)
    )
    if at is not None:
        query = query.where(CommentRow.shown_at == at)
    rows = db.execute(query.order_by(CommentRow.id))
    return tuple((row.theme or "", row.shown) for row in rows)


def shown_at(db: Db, wave_id: str) -> dict[str, int]:
    """Unit -> how many of a wave's comments are read at it; a unit without any is absent."""
    query = (
        select(CommentRow.shown_at, func.count())
        .where(CommentRow.wave_id == wave_id, CommentRow.shown_at.is_not(None))
        .group_by(CommentRow.shown_at)
    )
    return {str(unit_id): number for unit_id, number in db.execute(query)}


def replace(db: Db, wave_id: str, comments: Iterable[Comment]) -> None:
    """Put these in the place of all that is kept of a wave, in the order of their random ids.

    Needs a unit of work that may read answers.
    """
    forget(db, wave_id)
    _keep(db, sorted(comments, key=lambda comment: comment.id))


def settle(db: Db, wave_id: str) -> None:
    """Write a closed wave's comments anew, as `responses.settle` does with the answers.

    PostgreSQL notes beside a comment the same transaction as beside the answers sent with it.
    Needs a unit of work that may read answers.
    """
    replace(db, wave_id, of(db, wave_id))


def forget(db: Db, wave_id: str) -> None:
    """Delete all comments of a wave. Needs a unit of work that may read answers."""
    db.execute(delete(CommentRow).where(CommentRow.wave_id == wave_id))


def _comments(db: Db, query: Select[*tuple[object, ...]]) -> tuple[Comment, ...]:
    rows = db.execute(query.order_by(CommentRow.id)).mappings()
    return tuple(_comment(row) for row in rows)


def _comment(row: RowMapping) -> Comment:
    return Comment(**{**row, "state": CommentState(row["state"])})
