"""The annual status as a file, in each format it is offered in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from models.access import Permission, Viewer, require
from models.errors import InputError
from models.report.year.annual_status import AnnualStatus
from models.report.year.html import html
from models.services.installation import invented
from models.storage import Db
from models.wording import Words


@dataclass(frozen=True)
class Format:
    """A format of the annual status.

    content: from status, wording, and the source of made-up data (None: real) to the file's bytes.
    """

    content: Callable[[AnnualStatus, Words, str | None], bytes]
    mime: str


def _html(status: AnnualStatus, words: Words, source: str | None) -> bytes:
    return html(status, words, invented=source).encode()


# By the ending of the file's name. The page and the command line offer what stands here.
FORMATS = {"html": Format(_html, "text/html")}


def document(db: Db, status: AnnualStatus, words: Words, form: str, *, by: Viewer) -> bytes:
    """Return the annual status as the content of a file; form: a key of FORMATS."""
    require(by, Permission.SEE_ANNUAL_STATUS)
    return FORMATS[form].content(status, words, invented(db))


def write_annual(
    db: Db, status: AnnualStatus, folder: Path, words: Words, *, form: str, by: Viewer
) -> Path:
    """Write the file of a year and return its path; form: a key of FORMATS.

    A missing folder is created; raises InputError where it cannot be written to.
    """
    require(by, Permission.SEE_ANNUAL_STATUS)
    path = folder / f"{status.strategy.id}-{status.year}.{form}"
    content = document(db, status, words, form, by=by)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError:
        raise InputError("Mappen {folder} kan der ikke skrives i.", folder=folder.name) from None
    return path
