"""The comments of respondents: under random keys, and read by pages only once published."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from secrets import token_hex

from sqlalchemy import RowMapping, Select, delete, func, insert, select, update

from models.storage import Db
from models.storage.sql.any_of import any_of
from models.storage.tables.answers import CommentRow
from survey.asking.comment import Comment, CommentState

KEY_BYTES = 16
_FIELDS = tuple(field.name for field in fields(Comment))
_SELECT = select(*(getattr(CommentRow, name) for name in _FIELDS))


def add(db: Db, wave_id: str, unit_id: str, text: str, *, language: str = "") -> None:
    """Add a comment that waits for its review, under a new random key."""
    _insert(db, [Comment(token_hex(KEY_BYTES), wave_id, unit_id, text, language)])


def _insert(db: Db, comments: Sequence[Comment]) -> None:
    if comments:
        db.execute(insert(CommentRow), [asdict(comment) for comment in comments])


def of(db: Db, wave_id: str) -> tuple[Comment, ...]:
    """Return a wave's comments with every field, in the order of their random ids.

    Needs a unit of work that may read answers.
    """
    return _comments(db, _SELECT.where(CommentRow.wave_id == wave_id))


def get(db: Db, comment_id: str) -> Comment | None:
    """Return the comment with an id. Needs a unit of work that may read answers."""
    comments = _comments(db, _SELECT.where(CommentRow.id == comment_id))
    return comments[0] if comments else None


def judge(db: Db, comment: Comment) -> None:
    """Replace text, state and reviewers of a comment.

    Needs a unit of work that may read answers. An unknown id changes nothing.
    """
    values = {
        "text": comment.text,
        "state": comment.state,
        "first_by": comment.first_by,
        "second_by": comment.second_by,
    }
    db.execute(update(CommentRow).where(CommentRow.id == comment.id).values(values))


def waves(db: Db) -> frozenset[str]:
    """Return the ids of the waves that have comments."""
    return frozenset(db.scalars(select(CommentRow.wave_id).distinct()))


def state_counts(db: Db, wave_id: str) -> dict[CommentState, int]:
    """State -> number of a wave's comments in it; a state without any is absent."""
    query = (
        select(CommentRow.state, func.count())
        .where(CommentRow.wave_id == wave_id)
        .group_by(CommentRow.state)
    )
    return {CommentState(state): number for state, number in db.execute(query)}


def published(db: Db, wave_id: str, *, at: str | None = None) -> tuple[tuple[str, str], ...]:
    """Return (theme, text) of each published comment, in the order of the random ids.

    at: only those read at this unit. theme: its words; blank where the comments are not divided.
    """
    query = select(CommentRow.theme, CommentRow.published_text).where(
        CommentRow.wave_id == wave_id, CommentRow.published_at.is_not(None)
    )
    if at is not None:
        query = query.where(CommentRow.published_at == at)
    rows = db.execute(query.order_by(CommentRow.id))
    return tuple((row.theme or "", row.published_text) for row in rows)


def published_counts(db: Db, wave_id: str) -> dict[str, int]:
    """Unit id -> number of comments read at that unit; a unit without any is absent."""
    query = (
        select(CommentRow.published_at, func.count())
        .where(CommentRow.wave_id == wave_id, CommentRow.published_at.is_not(None))
        .group_by(CommentRow.published_at)
    )
    return {str(unit_id): number for unit_id, number in db.execute(query)}


def replace(db: Db, earlier: Sequence[Comment], comments: Iterable[Comment]) -> None:
    """Replace comments that were read by others, laid down in the order of their random ids.

    Comments that were not read stay. Needs a unit of work that may read answers.
    """
    ids = [comment.id for comment in earlier]
    db.execute(delete(CommentRow).where(*any_of(db, CommentRow.id, ids)))
    _insert(db, sorted(comments, key=lambda comment: comment.id))


def settle(db: Db, wave_id: str) -> None:
    """Rewrite a closed wave's comments, as `responses.settle` does with the answers.

    Until then PostgreSQL has the same transaction number beside a comment as beside the answers
    that were sent with it. Needs a unit of work that may read answers.
    """
    of_wave = of(db, wave_id)
    replace(db, of_wave, of_wave)


def forget(db: Db, wave_id: str) -> None:
    """Delete all comments of a wave. Needs a unit of work that may read answers."""
    db.execute(delete(CommentRow).where(CommentRow.wave_id == wave_id))


def _comments(db: Db, query: Select[*tuple[object, ...]]) -> tuple[Comment, ...]:
    rows = db.execute(query.order_by(CommentRow.id)).mappings()
    return tuple(_comment(row) for row in rows)


def _comment(row: RowMapping) -> Comment:
    return Comment(**{**row, "state": CommentState(row["state"])})
