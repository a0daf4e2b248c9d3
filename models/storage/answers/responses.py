"""What was answered, by nobody in particular: no clock, no number, only random keys."""

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
from models.storage.sql.bulk import add_rows
from models.storage.sql.canonical_json import canonical
from models.storage.tables.answers import ResponseRow
from survey.asking.response import Response

KEY_BYTES = 16
HIGHEST_ANSWER = 11
# Answers lie in memory as Python's own dicts only so many responses at a time.
_AT_ONCE = 20_000
_NAMES = ("id", "wave_id", "unit_id", "respondent_group", "answers")


def add(db: Db, response: Response) -> None:
    """Keep one response under a new random key."""
    add_many(db, [response])


def add_many(db: Db, responses: Iterable[Response]) -> None:
    """Keep responses, each under a new random key."""
    rows = [_row(response) for response in responses]
    if rows:
        db.execute(insert(ResponseRow), rows)


def add_frame(
    db: Db,
    wave_id: str,
    respondents: pd.DataFrame,
    *,
    told: Callable[[int, int], None] | None = None,
) -> None:
    """Keep many at once, each under a new random key and laid down in the order of the keys.

    respondents: × unit_id, group and items; NaN where nothing was said.
    told: how many are kept so far, of how many.
    """
    keys = np.array([token_hex(KEY_BYTES) for _ in range(len(respondents))], dtype=object)
    order = np.argsort(keys)
    for start in range(0, len(order), _AT_ONCE):
        some = order[start : start + _AT_ONCE]
        kept = zip(keys[some], _texts(respondents.iloc[some]), strict=True)
        add_rows(db, ResponseRow, _NAMES, ((key, wave_id, *row) for key, row in kept))
        if told is not None:
            told(start + len(some), len(order))


def unheld(db: Db, wave_id: str, respondents: pd.DataFrame) -> NDArray[np.bool_]:
    """Which respondents a wave does not hold yet, where equal ones are taken for the same.

    respondents: as for `add_frame`. Of several equal ones, as many are held as the wave has.
    """
    query = select(ResponseRow.unit_id, ResponseRow.respondent_group, ResponseRow.answers).where(
        ResponseRow.wave_id == wave_id
    )
    held: Counter[bytes] = Counter()
    for rows in db.execute(query).partitions(_AT_ONCE):
        held.update(map(_digest, rows))
    if not held:
        return np.ones(len(respondents), dtype=bool)
    new = []
    for start in range(0, len(respondents), _AT_ONCE):
        for row in _texts(respondents.iloc[start : start + _AT_ONCE]):
            digest = _digest(row)
            new.append(held[digest] == 0)
            held[digest] -= not new[-1]
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
    """Respondents × unit_id, group and the items somebody answered; NaN where nothing was said.

    The rows come in the order of their random keys, which tells nothing.
    """
    query = (
        select(ResponseRow.unit_id, ResponseRow.respondent_group, ResponseRow.answers)
        .where(ResponseRow.wave_id == wave_id)
        .order_by(ResponseRow.id)
    )
    parts = [_frame(rows) for rows in db.execute(query).partitions(_AT_ONCE)]
    return pd.concat([_frame([]), *parts], ignore_index=True) if parts else _frame([])


def forget(db: Db, wave_id: str) -> int:
    """Delete every response of a wave; returns how many there were."""
    there = sum(counts(db, wave_id).values())
    db.execute(delete(ResponseRow).where(ResponseRow.wave_id == wave_id))
    return there


def settle(db: Db, wave_id: str) -> None:
    """Write a closed wave's responses anew, in the order of their keys and all in this moment.

    PostgreSQL lays rows down as they come, and notes beside each the transaction that wrote it:
    the same number as beside the key spent with it. After this both tell nothing any more.
    """
    of_wave = ResponseRow.wave_id == wave_id
    keys = db.scalars(select(ResponseRow.id).where(of_wave).order_by(ResponseRow.id)).all()
    for start in range(0, len(keys), _AT_ONCE):
        some = keys[start : start + _AT_ONCE]
        those = of_wave & ResponseRow.id.between(some[0], some[-1])
        query = select(ResponseRow.__table__).where(those).order_by(ResponseRow.id)
        rows = [dict(row) for row in db.execute(query).mappings()]
        db.execute(delete(ResponseRow).where(those))
        db.execute(insert(ResponseRow), rows)


def _digest(row: Iterable[str]) -> bytes:
    return blake2b("\0".join(row).encode(), digest_size=KEY_BYTES).digest()


def _texts(respondents: pd.DataFrame) -> Iterator[tuple[str, str, str]]:
    """Unit id, group and answers of each respondent, as they are kept."""
    items = sorted(set(respondents.columns) - {"unit_id", "group"})
    pieces = [_pieces(item_id, respondents[item_id]) for item_id in items]
    answers = ("{" + "".join(row)[:-1] + "}" for row in zip(*pieces, strict=True))
    return zip(respondents["unit_id"], respondents["group"], answers, strict=True)


def _pieces(item_id: str, answers: pd.Series) -> list[str]:
    """What each one's answer to an item adds to the text; nothing where there is none."""
    given, silent = answers.to_numpy(), answers.isna().to_numpy()
    if not (np.isin(given, range(HIGHEST_ANSWER + 1)) | silent).all():
        raise ValueError(f"An answer to {item_id} lies on no scale")
    name = json.dumps(item_id, ensure_ascii=False)
    known = ["", *(f"{name}:{answer}," for answer in range(HIGHEST_ANSWER + 1))]
    pieces: list[str] = np.array(known, dtype=object)[
        np.where(silent, -1, given).astype(int) + 1
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
    # `survey.asking.response.check` has judged each on its own scale; this only keeps a bug
    # from lasting.
    for item_id, answer in answers.items():
        if not 0 <= answer <= HIGHEST_ANSWER:
            raise ValueError(f"An answer to {item_id} lies on no scale")
    return dict(answers)


def _frame(rows: Sequence[Row[str, str, str]]) -> pd.DataFrame:
    texts = ",".join(row.answers for row in rows)
    answered: list[dict[str, int]] = json.loads(f"[{texts}]")
    items = sorted({item_id for answers in answered for item_id in answers})
    columns: dict[str, pd.Series] = {
        "unit_id": pd.Series([row.unit_id for row in rows], dtype="str"),
        "group": pd.Series([row.respondent_group for row in rows], dtype="str"),
    }
    for item_id in items:
        given = [answers.get(item_id) for answers in answered]
        columns[item_id] = pd.Series(given, dtype="float64")
    return pd.DataFrame(columns)
