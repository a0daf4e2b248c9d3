"""Backing an installation up into one file, and restoring it from there."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.access import Permission, Viewer, require
from models.storage.whole.backup_file import Contents
from models.storage.whole.dump import dump
from models.storage.whole.holding import Holding
from models.storage.whole.load import load
from models.storage.whole.snapshot import snapshot

# Called with the number of rows done, of all, and the name of the table they are in.
Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Backup:
    """A backup that was written or restored. size: in bytes; contents: of the file.

    holding: of the database that was backed up, or that it was restored into.
    """

    file: Path
    size: int
    contents: Contents
    holding: Holding


def back_up(
    url: str,
    file: Path,
    *,
    by: Viewer,
    at: datetime,
    progress: Progress = lambda _done, _of, _table: None,
) -> Backup:
    """Write everything but unsent drafts into a file, while others go on answering and working.

    url: of the database, which need not be up to date. at: now, with its time zone; whatever
    somebody was thanked for before is in the file. An older backup with that name is replaced when
    the new one is whole. Raises Refused, InputError, DatabaseUnavailable.
    """
    require(by, Permission.BACK_UP)
    with snapshot(url) as db:
        contents, holding = dump(db, file, at=at, progress=progress)
    return Backup(file, file.stat().st_size, contents, holding)


def restore(
    url: str,
    file: Path,
    *,
    by: Viewer,
    replacing: bool = False,
    progress: Progress = lambda _done, _of, _table: None,
) -> Backup:
    """Bring a backup back, all of it or nothing, and its tables up to date.

    replacing: also when the database is not empty; what was in it is deleted. A program that runs
    on the database waits, and goes on with what was restored. Raises Refused, NoBackup, InputError,
    DatabaseUnavailable.
    """
    require(by, Permission.BACK_UP)
    contents, holding = load(url, file, replacing=replacing, progress=progress)
    return Backup(file, file.stat().st_size, contents, holding)
