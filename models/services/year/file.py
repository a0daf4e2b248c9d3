"""Writing the annual status as a file."""

from pathlib import Path

from models.errors import InputError
from models.report.year.annual_status import AnnualStatus
from models.report.year.html import html
from models.services.installation import invented
from models.storage import Db
from models.wording import Words


def write_annual(db: Db, status: AnnualStatus, folder: Path, words: Words) -> Path:
    """Write the self-contained HTML file of a year and return its path.

    A missing folder is created; raises InputError where it cannot be written to.
    """
    path = folder / f"{status.strategy.id}-{status.year}.html"
    text = html(status, words, invented=invented(db))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError:
        raise InputError("Mappen {folder} kan der ikke skrives i.", folder=folder.name) from None
    return path
