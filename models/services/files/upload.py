"""A file that somebody brings: on a disk, or uploaded on a page."""

from dataclasses import dataclass
from pathlib import Path

from models.errors import InputError
from models.services.files.limits import LARGEST_FILE, require_size
from models.services.files.row import shortened
from survey.plain_text import plain


@dataclass(frozen=True)
class Upload:
    """An uploaded file. Its name is only for people: it never becomes a path."""

    name: str
    content: bytes


File = Path | Upload


def name_of(file: File) -> str:
    """Return the name of a file as messages show it."""
    return str(shortened(plain(file.name)))


def content_of(file: File) -> bytes:
    """Return the bytes of a file; raises InputError when it cannot be read or is too large."""
    name = name_of(file)
    if isinstance(file, Upload):
        content = file.content
    else:
        try:
            with file.open("rb") as opened:
                content = opened.read(LARGEST_FILE + 1)
        except FileNotFoundError:
            raise InputError("Filen {file} findes ikke.", file=name) from None
        except (OSError, ValueError):  # a name too long, or with a NUL
            raise InputError("Filen {file} kan ikke læses.", file=name) from None
    require_size(name, len(content))
    return content
