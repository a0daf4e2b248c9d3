"""Writing everything that a database holds into a backup."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Row, Table, func, select

from models.errors import DatabaseUnavailable, InputError
from models.storage import Db
from models.storage.availability import NO_TABLES
from models.storage.whole.backup_file import BackupWriter, Contents, TableContents, is_backup
from models.storage.whole.holding import Holding, holding
from models.storage.whole.private_file import replaced_when_whole
from models.storage.whole.snapshot import revision
from models.storage.whole.structure import NOT_IN_BACKUP, tables_at

# Called with the number of rows done, of all, and the name of the table they are in.
Progress = Callable[[int, int, str], None]
# Rows in memory at a time.
BATCH = 10_000


def dump(db: Db, path: Path, *, at: datetime, progress: Progress) -> tuple[Contents, Holding]:
    """Write a `snapshot` into a file, in place of an older backup; return what both hold.

    at: a moment before the snapshot was opened. The old file stays when anything fails. Raises
    InputError for a place that cannot be written to, or has a file that is no backup.
    """
    _require_place(path)
    tables = _tables(db)
    contents = Contents(
        _revision(db),
        at,
        tuple(
            TableContents(table.name, tuple(table.columns.keys()), _count(db, table))
            for table in tables
        ),
    )
    content = holding(db.connection())
    try:
        with replaced_when_whole(path) as file, BackupWriter(file, contents) as backup:
            done = 0
            for table in tables:
                for rows in _rows(db, table):
                    backup.add(rows)
                    done += len(rows)
                    progress(done, contents.rows, table.name)
    except OSError as problem:
        raise InputError(
            "{file} kunne ikke skrives: se efter, om disken er fuld, og om Pejling må skrive i "
            "mappen. En ældre sikkerhedskopi med det navn er der stadig.",
            file=path,
        ) from problem
    return contents, content


def _require_place(path: Path) -> None:
    if path.is_dir() or not path.parent.is_dir():
        raise InputError("{file} kan ikke skrives: vælg en fil i en mappe, der findes.", file=path)
    # Among others the database itself and its log.
    if path.exists() and not is_backup(path):
        raise InputError(
            "{file} findes allerede og er ikke en sikkerhedskopi: vælg et andet navn.", file=path
        )


def _revision(db: Db) -> str:
    current = revision(db.connection())
    if current is None:
        raise DatabaseUnavailable(NO_TABLES)
    return current


def _tables(db: Db) -> list[Table]:
    return [table for table in tables_at(_revision(db)) if table.name not in NOT_IN_BACKUP]


def _count(db: Db, table: Table) -> int:
    return db.scalar(select(func.count()).select_from(table)) or 0


def _rows(db: Db, table: Table) -> Iterator[Sequence[Row[Any]]]:
    # In the order of the keys: on PostgreSQL rows lie as they came, which nobody may see.
    query = select(table).order_by(*table.primary_key.columns)
    yield from db.execute(query, execution_options={"yield_per": BATCH}).partitions()
