"""A file that only its owner may read, written beside its place and put there when it is whole."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

from models.errors import InputError

OWNER_ONLY: Final = 0o600


@contextmanager
def replaced_when_whole(path: Path) -> Iterator[BinaryIO]:
    """Open a new file that takes a path's place at the end; on an exception the old one stays.

    Until then it lies beside it, named with `.part` behind. What a killed program has left there is
    written over. Raises InputError while another program writes the same file, OSError for a disk
    that is full or a folder that cannot be written to.
    """
    part = path.with_name(f"{path.name}.part")
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
    with os.fdopen(os.open(part, flags, OWNER_ONLY), "wb") as file:
        _require_alone(file, part)
        try:
            # It may be an old one, with other rights and something in it.
            os.fchmod(file.fileno(), OWNER_ONLY)
            file.truncate(0)
            yield file
            file.flush()
            os.fsync(file.fileno())
            part.replace(path)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def _require_alone(file: BinaryIO, part: Path) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Whoever had the lock before may have put the file in its place: then it is whole, and must
        # not be written over.
        is_alone = part.stat().st_ino == os.fstat(file.fileno()).st_ino
    except (BlockingIOError, FileNotFoundError):
        is_alone = False
    if not is_alone:
        raise InputError("{file} bliver skrevet af et andet program lige nu.", file=part)


def _sync_folder(folder: Path) -> None:
    # The new name is on the disk too, before anybody is told that there is a backup.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
