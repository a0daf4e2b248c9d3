"""The responses to a wave: no person, no clock and no number, only random keys."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from secrets import token_hex

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import Row, delete, func, insert, select

from models.storage import Db
from models.storage.sql.any_of import any_of
from models.storage.sql.bulk import add_rows
from models.storage.sql.canonical_json import canonical
from models.storage.tables.answers import ResponseRow
from survey.asking.response import Response

KEY_BYTES = 16
HIGHEST_ANSWER = 11
# Responses in memory as Python dicts at a time; a wave may have 775,000.
_BATCH = 20_000
_NAMES = ("id", "wave_id", "unit_id", "respondent_group", "answers")


def add_all(db: Db, responses: Iterable[Response]) -> None:
    """Add responses, each under a new random key."""
    rows = [_row(response) for response in responses]
    if rows:
        db.execute(insert(ResponseRow), rows)


def add_frame(
    db: Db,
    wave_id: str,
    respondents: pd.DataFrame,
    *,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Add many responses, each under a new random key and laid down in the order of the keys.

    respondents: × unit_id, group and items; NaN where an item was not answered.
    progress: called with the number added so far and the number of all.
    """
    keys = np.array([token_hex(KEY_BYTES) for _ in range(len(respondents))], dtype=object)
    order = np.argsort(keys)
    for start in range(0, len(order), _BATCH):
        some = order[start : start + _BATCH]
        rows = zip(keys[some], _texts(respondents.iloc[some]), strict=True)
        add_rows(db, ResponseRow, _NAMES, ((key, wave_id, *row) for key, row in rows))
        if progress is not None:
            progress(start + len(some), len(order))


def new_respondents(db: Db, wave_id: str, respondents: pd.DataFrame) -> NDArray[np.bool_]:
    """Return a mask of the respondents that a wave does not have yet.

    respondents: as for `add_frame`. Equal ones are taken for the same: of several equal rows, as
    many are not new as the wave has.
    """
    query = select(ResponseRow.unit_id, ResponseRow.respondent_group, ResponseRow.answers).where(
        ResponseRow.wave_id == wave_id
    )
    # A digest of 16 bytes for each response instead of its text, to hold a whole wave in memory.
    copies: Counter[bytes] = Counter()
    for rows in db.execute(query).partitions(_BATCH):
        copies.update(map(_digest, rows))
    if not copies:
        return np.ones(len(respondents), dtype=bool)
    new = []
    for start in range(0, len(respondents), _BATCH):
        for row in _texts(respondents.iloc[start : start + _BATCH]):
            digest = _digest(row)
            new.append(copies[digest] == 0)
            # Each stored copy answers for one row of the file only.
            copies[digest] -= not new[-1]
    return np.array(new, dtype=bool)


def counts(db: Db, wave_id: str) -> dict[str, int]:
    """Unit id -> number of responses; a unit without any is absent."""
    query = (
        select(ResponseRow.unit_id, func.count())
        .where(ResponseRow.wave_id == wave_id)
        .group_by(ResponseRow.unit_id)
    )
    return dict(db.execute(query).all())


def answers(db: Db, wave_id: str) -> pd.DataFrame:
    """Return respondents × unit_id, group and the items anybody answered; NaN where not answered.

    The rows come in the order of their random keys.
    """
    query = (
        select(ResponseRow.unit_id, ResponseRow.respondent_group, ResponseRow.answers)
        .where(ResponseRow.wave_id == wave_id)
        .order_by(ResponseRow.id)
    )
    parts = [_frame(rows) for rows in db.execute(query).partitions(_BATCH)]
    # The empty frame gives unit_id and group as the first columns, with their types.
    return pd.concat([_frame([]), *parts], ignore_index=True) if parts else _frame([])


def forget(db: Db, wave_id: str) -> int:
    """Delete every response of a wave; return how many there were."""
    erased = delete(ResponseRow).where(ResponseRow.wave_id == wave_id)
    return db.connection().execute(erased).rowcount


def settle(db: Db, wave_id: str) -> None:
    """Rewrite a closed wave's responses in the order of their keys, in one transaction.

    PostgreSQL lays rows down as they come and stores beside each the number of the transaction that
    wrote it, which is also the number beside the key that was spent with it. Afterwards order and
    number are the same for everybody.
    """
    of_wave = ResponseRow.wave_id == wave_id
    keys = db.scalars(select(ResponseRow.id).where(of_wave).order_by(ResponseRow.id)).all()
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        # By the keys that were read and not by the first and the last of them: a response that came
        # in between would go too.
        batch = any_of(db, ResponseRow.id, some)
        query = select(ResponseRow.__table__).where(*batch).order_by(ResponseRow.id)
        rows = [dict(row) for row in db.execute(query).mappings()]
        # Deleted and inserted in the order of the keys: every row gets a new place in the file and
        # the number of this transaction.
        db.execute(delete(ResponseRow).where(*batch))
        db.execute(insert(ResponseRow), rows)


def _digest(row: Iterable[str]) -> bytes:
    return blake2b("\0".join(row).encode(), digest_size=KEY_BYTES).digest()


def _texts(respondents: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """Yield unit id, group and answers of each respondent as the columns of a row."""
    items = sorted(set(respondents.columns) - {"unit_id", "group"})
    pieces = [_pieces(item_id, respondents[item_id]) for item_id in items]
    # The text of `canonical`, put together column by column instead of dumped row by row.
    # The comma of the last piece goes.
    answers = ("{" + "".join(row)[:-1] + "}" for row in zip(*pieces, strict=True))
    return zip(respondents["unit_id"], respondents["group"], answers, strict=True)


def _pieces(item_id: str, answers: pd.Series) -> list[str]:
    """Return each respondent's answer to an item as `"id":answer,`; "" where there is none."""
    values, missing = answers.to_numpy(), answers.isna().to_numpy()
    if not (np.isin(values, range(HIGHEST_ANSWER + 1)) | missing).all():
        raise ValueError(f"An answer to {item_id} lies on no scale")
    name = json.dumps(item_id, ensure_ascii=False)
    # A table of all possible pieces, looked up by answer + 1; place 0 is "not answered".
    possible = ["", *(f"{name}:{answer}," for answer in range(HIGHEST_ANSWER + 1))]
    pieces: list[str] = np.array(possible, dtype=object)[
        np.where(missing, -1, values).astype(int) + 1
    ].tolist()
    return pieces


def _row(response: Response) -> dict[str, str]:
    return {
        "id": token_hex(KEY_BYTES),
        "wave_id": response.wave_id,
        "unit_id": response.unit_id,
        "respondent_group": response.group,
        "answers": canonical(_on_any_scale(response.answers)),
    }


def _on_any_scale(answers: Mapping[str, int]) -> dict[str, int]:
    # `survey.asking.response.check` has compared each with its own scale; this only keeps the
    # answers of a faulty caller out of the table.
    for item_id, answer in answers.items():
        if not 0 <= answer <= HIGHEST_ANSWER:
            raise ValueError(f"An answer to {item_id} lies on no scale")
    return dict(answers)


def _frame(rows: Sequence[Row[str, str, str]]) -> pd.DataFrame:
    texts = ",".join(row.answers for row in rows)
    # One JSON list of all rows: one call to the parser instead of one a row.
    responses: list[dict[str, int]] = json.loads(f"[{texts}]")
    items = sorted({item_id for answers in responses for item_id in answers})
    columns: dict[str, pd.Series] = {
        "unit_id": pd.Series([row.unit_id for row in rows], dtype="str"),
        "group": pd.Series([row.respondent_group for row in rows], dtype="str"),
    }
    for item_id in items:
        values = [answers.get(item_id) for answers in responses]
        columns[item_id] = pd.Series(values, dtype="float64")
    return pd.DataFrame(columns)
