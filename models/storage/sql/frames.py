"""Small frames as text: columns in their order, each with its type and its values."""

import json
from typing import Any

import pandas as pd

from models.storage.sql.canonical_json import canonical


def text(frame: pd.DataFrame) -> str:
    """Return a frame as JSON without its index; missing is null."""
    return canonical(
        [
            {"name": name, "type": str(column.dtype), "values": _values(column)}
            for name, column in frame.items()
        ]
    )


def frame(text: str) -> pd.DataFrame:
    """Return the frame of a `text`."""
    columns = json.loads(text)
    return pd.DataFrame(
        {column["name"]: pd.Series(column["values"], dtype=column["type"]) for column in columns}
    )


def _values(column: pd.Series) -> list[Any]:
    return [
        None if missing else value
        for value, missing in zip(column.tolist(), column.isna(), strict=True)
    ]
