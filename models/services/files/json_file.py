"""JSON files: an object, or a fault that names its line; numbers and depth within limits."""

import json

from models.errors import InputError

# A longer number is no count and no measure of ours; as a float it is refused where it stands.
LONGEST_WHOLE = 15


def document(content: bytes, file: str) -> object:
    """Return the JSON of a file in UTF-8; raises InputError."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_int=_whole)
    except ValueError as fault:
        raise InputError(
            "{file}, række {row}: filen er ikke JSON. Hent den igen.",
            file=file,
            row=getattr(fault, "lineno", 1),
        ) from None
    except RecursionError:
        raise InputError(
            "{file}: lister ligger for dybt i hinanden. Brug en fil, som Pejling har skrevet.",
            file=file,
        ) from None


def _whole(text: str) -> float:
    return int(text) if len(text) <= LONGEST_WHOLE else float(text)
