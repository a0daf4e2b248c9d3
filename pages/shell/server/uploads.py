"""A quota for the files that a session has uploaded: they lie in memory while its page is open."""

from threading import Lock
from typing import Any

from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from models.settings import settings
from models.wording import N_, words

MEGABYTE = 1024 * 1024
# What a session may have lying at once. A form holds one file of at most 10 MB.
MOST_FILES, MOST_BYTES = 10, 50 * MEGABYTE
# What all sessions may have lying, and how many files may be on their way, each in memory.
MOST_BYTES_OF_ALL, MOST_AT_ONCE = 500 * MEGABYTE, 8
TOO_LARGE, TOO_MANY = 413, 429
PLACE = "/_stcore/upload_file/"
SPENT = N_(
    "Der ligger for mange eller for store filer fra dit besøg: højst {files} filer og "
    "{megabytes} MB. Fjern en fil, eller genindlæs siden."
)
_BUSY = N_("Mange lægger filer op lige nu. Vent et øjeblik, og prøv igen.")

_PLAIN = MemoryUploadedFileManager.add_file
_LOCK = Lock()
_REFUSED: set[str] = set()

Manager = Any


def mend() -> None:
    """Make Streamlit's memory of uploaded files keep to the quota; twice changes nothing."""
    MemoryUploadedFileManager.add_file = _add_file


def was_refused() -> bool:
    """Whether a file of the page's session has been refused since this was last asked."""
    context = get_script_run_ctx()
    session_id = context.session_id if context else ""
    refused = session_id in _REFUSED
    _REFUSED.discard(session_id)
    return refused


def quota() -> dict[str, int]:
    """Return the figures of the sentence SPENT."""
    return {"files": MOST_FILES, "megabytes": MOST_BYTES // MEGABYTE}


def _add_file(manager: Manager, session_id: str, file: UploadedFileRec) -> None:
    with _LOCK:
        # Copies, because a session may end meanwhile.
        by_session = dict(manager.file_storage)
        own = {**by_session.get(session_id, {}), file.file_id: file}
        of_all = sum(map(_size, (by_session | {session_id: own}).values()))
        is_over = len(own) > MOST_FILES or _size(own) > MOST_BYTES
        if is_over or of_all > MOST_BYTES_OF_ALL:
            _REFUSED.add(session_id)
            raise HTTPException(TOO_LARGE, _sentence(SPENT))
        _PLAIN(manager, session_id, file)


def _size(files: dict[str, UploadedFileRec]) -> int:
    return sum(len(file.data) for file in list(files.values()))


def _sentence(text: str) -> str:
    return words(settings().language).say(text, **quota() if text is SPENT else {})


class FewAtOnce:
    """Refuses an upload while many are on their way, before any of it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._under_way = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count an upload while it lasts; hand on everything else."""
        is_upload = scope["type"] == "http" and scope["path"].startswith(PLACE)
        if not is_upload or scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        if self._under_way >= MOST_AT_ONCE:
            await PlainTextResponse(_sentence(_BUSY), TOO_MANY)(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self.app(scope, receive, send)
        finally:
            self._under_way -= 1
