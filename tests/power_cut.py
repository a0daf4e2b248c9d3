"""The files as they were last synced: all that a power cut leaves on the disk.

SQLite asks its layer for the operating system (VFS) to open, write and sync each file. Here its
function for opening is replaced, so that every sync of every file is seen; the syncs are real.
"""

import _sqlite3
import ctypes
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

from models.storage.engine import connect

# Where the functions lie in SQLite's structs sqlite3_vfs and sqlite3_io_methods, in bytes.
OPEN, SYNC, METHODS = 40, 40, 152
OPENING = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p
)
SYNCING = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
DATABASE, LOG = "pejling.db", "pejling.db-wal"
# Of the write-ahead log, in bytes; a frame holds a page and its own head.
HEADER, FRAME = 32, 24 + 4096


class Disk:
    """The bytes of every file at its last sync, and how often each was synced."""

    def __init__(self):
        self.files = {}
        self.syncs = Counter()
        self._alive = []
        library = ctypes.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.c_void_p
        self._place = ctypes.c_void_p.from_address(library.sqlite3_vfs_find(None) + OPEN)
        self._original = self._place.value
        self._function = OPENING(self._open)

    def watch(self):
        self._place.value = ctypes.cast(self._function, ctypes.c_void_p).value

    def stop(self):
        self._place.value = self._original

    def _open(self, vfs, name, file, flags, out):
        # The name goes on as an address: SQLite keeps it as long as the file is open.
        code = OPENING(self._original)(vfs, name, file, flags, out)
        pointer = ctypes.c_void_p.from_address(file)
        if code == 0 and name and pointer.value:
            methods = ctypes.create_string_buffer(ctypes.string_at(pointer.value, METHODS), METHODS)
            place = ctypes.c_void_p.from_buffer(methods, SYNC)
            function = SYNCING(
                self._syncing(Path(ctypes.string_at(name).decode()), SYNCING(place.value))
            )
            place.value = ctypes.cast(function, ctypes.c_void_p).value
            pointer.value = ctypes.addressof(methods)
            # SQLite holds the addresses of both, which Python does not know.
            self._alive += [methods, function]
        return code

    def _syncing(self, path, original):
        def sync(file, flags):
            code = original(file, flags)
            self.syncs[path.name] += 1
            self.files[path.name] = path.read_bytes()
            return code

        return sync

    def after_the_cut(self, folder, *, log=None):
        """Lay the synced files into a folder, with another write-ahead log if there is one."""
        folder.mkdir()
        files = self.files if log is None else {**self.files, LOG: log}
        for name, content in files.items():
            # The journal is gone that SQLite writes before it begins its log.
            if name in (DATABASE, LOG):
                (folder / name).write_bytes(content)
        return connect(f"sqlite:///{folder / DATABASE}")


@contextmanager
def disk():
    """Watch the syncs of all SQLite files that are opened inside."""
    watched = Disk()
    watched.watch()
    try:
        yield watched
    finally:
        watched.stop()
