"""The form of a backup: compressed lines of JSON, the contents first and a hash of them all last.

The first line has the revision of the tables, when the backup began, and each table's name, columns
and number of rows. Then the rows, table by table, each a list in the order of the columns. The last
line has the SHA-256 of all lines before it.
"""

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Self

from models.errors import InputError

FORM: Final = 1
_MARK, _END = "pejling_backup", "sha256"
# Of the first line, in bytes: a file without line ends is not read into memory.
_LONGEST_CONTENTS: Final = 1_000_000
# Of a row, in bytes: much more than the longest, the units of a wave.
_LONGEST_ROW: Final = 100_000_000
# Much quicker than the usual 9, and a tenth larger.
_COMPRESSION: Final = 3
_FAULTS = (EOFError, zlib.error, gzip.BadGzipFile, ValueError, KeyError, TypeError, RecursionError)


class NoBackup(InputError):
    """A file is no backup, is damaged, or was written by a newer program."""


@dataclass(frozen=True)
class TableContents:
    """A table of a backup: the names of its columns, and how many rows it has."""

    name: str
    columns: tuple[str, ...]
    rows: int


@dataclass(frozen=True)
class Contents:
    """The head of a backup. begun_at: everything that was committed before is in it.

    tables: those that others refer to come first.
    """

    revision: str
    begun_at: datetime
    tables: tuple[TableContents, ...]

    @property
    def rows(self) -> int:
        """The number of rows of all tables."""
        return sum(table.rows for table in self.tables)


class BackupWriter:
    """Writes a backup into an open file; the hash comes when it is closed without an exception."""

    def __init__(self, file: BinaryIO, contents: Contents) -> None:
        self._file = gzip.GzipFile("", "wb", _COMPRESSION, file, mtime=0)
        self._hash = sha256()
        self._encode = json.JSONEncoder(separators=(",", ":"), default=_day).encode
        self._write([_document(contents)])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        if kind is None:
            self._write([{_END: self._hash.hexdigest()}])
            self._file.close()

    def add(self, rows: Iterable[Sequence[object]]) -> None:
        """Add rows of the table whose turn it is."""
        self._write(map(list, rows))

    def _write(self, lines: Iterable[object]) -> None:
        text = "".join(f"{self._encode(line)}\n" for line in lines).encode("ascii")
        self._hash.update(text)
        self._file.write(text)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"A backup has no form for {type(value)}")


def _document(contents: Contents) -> dict[str, object]:
    return {
        _MARK: FORM,
        "revision": contents.revision,
        "begun_at": contents.begun_at.isoformat(),
        "tables": [[table.name, table.columns, table.rows] for table in contents.tables],
    }


def is_backup(path: Path) -> bool:
    """Whether a file begins like a backup; it may be damaged further on."""
    try:
        with gzip.open(path) as file:
            return _MARK in json.loads(file.readline(_LONGEST_CONTENTS))
    except (OSError, *_FAULTS):
        return False


def verified(path: Path) -> Contents:
    """Read a whole backup and return what is in it; raises NoBackup unless its hash is right."""
    with _plain_faults(path), gzip.open(path) as file:
        first = file.readline(_LONGEST_CONTENTS)
        contents, digest = _contents(first, path), sha256(first)
        for number, line in enumerate(iter(partial(file.readline, _LONGEST_ROW), b"")):
            if line.startswith(b"{"):
                is_right = json.loads(line)[_END] == digest.hexdigest()
                if is_right and number == contents.rows and not file.read(1):
                    return contents
                break
            digest.update(line)
        raise ValueError(path)


def rows(path: Path) -> Iterator[tuple[TableContents, Iterator[list[object]]]]:
    """Yield the tables of a `verified` backup in their order, each with its rows, to read once."""
    with _plain_faults(path), gzip.open(path) as file:
        for table in _contents(file.readline(_LONGEST_CONTENTS), path).tables:
            yield table, _rows(path, file, table)


def _rows(path: Path, file: gzip.GzipFile, table: TableContents) -> Iterator[list[object]]:
    with _plain_faults(path):
        for line in islice(file, table.rows):
            row = json.loads(line)
            if len(row) != len(table.columns):
                raise ValueError(table.name)
            yield row


@contextmanager
def _plain_faults(path: Path) -> Iterator[None]:
    try:
        yield
    except _FAULTS as fault:
        raise damaged(path) from fault
    except OSError as problem:
        raise InputError("{file} findes ikke eller kan ikke læses.", file=path) from problem


def _contents(first: bytes, path: Path) -> Contents:
    document = json.loads(first)
    if document[_MARK] > FORM:
        raise newer(path)
    return Contents(
        _name(document["revision"]),
        datetime.fromisoformat(document["begun_at"]),
        tuple(
            TableContents(_name(name), tuple(map(_name, names)), int(rows))
            for name, names, rows in document["tables"]
        ),
    )


def _name(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def damaged(path: Path) -> NoBackup:
    """Return the error that a file is no whole backup."""
    return NoBackup(
        "{file} er ødelagt, eller den er ikke en hel sikkerhedskopi: brug en anden.", file=path
    )


def newer(path: Path) -> NoBackup:
    """Return the error that a backup was written by a newer program."""
    return NoBackup(
        "{file} er skrevet af en nyere udgave af Pejling end denne: brug den nyere.", file=path
    )
