"""A database that is away, broken or busy: a sentence for each cause, whatever the driver said."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from alembic.util import CommandError
from sqlalchemy import exc
from sqlalchemy.exc import DBAPIError, OperationalError

from models.errors import DatabaseUnavailable
from models.wording import N_

BUSY: Final = N_("Databasen er optaget af noget andet, der tager lang tid: prøv igen om lidt.")
READ_ONLY: Final = N_(
    "Databasen kan læses, men ikke skrives i: giv Pejling lov til at skrive i filen og dens mappe."
)
DISK: Final = N_("Disken, som databasen ligger på, er fuld eller svarer ikke: se efter den.")
BROKEN: Final = N_(
    "Databasens fil er ødelagt, eller den er ikke en database: flyt den, og læg en "
    "sikkerhedskopi tilbage med pejling restore."
)
GONE: Final = N_(
    "Databasens fil er væk, kan ikke åbnes eller er byttet ud: læg den rigtige tilbage."
)
EMPTY: Final = N_(
    "Databasens fil er tom (0 byte): slet den, og læg en sikkerhedskopi tilbage med pejling "
    "restore, eller begynd forfra."
)
NEWER: Final = N_("Databasen hører til en nyere udgave af Pejling end denne: start den nyere.")
NO_TABLES: Final = N_("Databasen mangler Pejlings tabeller eller er ikke ført ajour: kør migrate.")
ADDRESS: Final = N_(
    "Databasens adresse kan ikke bruges: skriv den som sqlite:///var/pejling.db eller "
    "postgresql://bruger@server/database."
)
FOLDER: Final = N_(
    "Databasens fil kan ikke ligge der: se efter, om mappen må laves, og om navnet kan bruges."
)
SERVER: Final = N_("Databasens server svarer ikke eller afviser Pejling: se efter, om den kører.")

# SQLite's primary result codes. https://www.sqlite.org/rescode.html
_SQLITE: Final = {
    5: BUSY,
    6: BUSY,
    8: READ_ONLY,
    10: DISK,
    11: BROKEN,
    13: DISK,
    14: GONE,
    26: BROKEN,
}
# The codes of PostgreSQL, by their beginning.
_POSTGRESQL: Final = {
    "08": SERVER,
    "25006": READ_ONLY,
    "28": SERVER,
    "3D000": SERVER,
    "40P01": BUSY,
    "42P01": NO_TABLES,
    "53100": DISK,
    "53": SERVER,
    "55P03": BUSY,
    "57014": BUSY,
    "57P": SERVER,
    "58": DISK,
    "XX001": BROKEN,
    "XX002": BROKEN,
}
_PRIMARY = 0xFF


@contextmanager
def plain_addresses() -> Iterator[None]:
    """Turn an address that cannot be used into DatabaseUnavailable; its parts are not repeated."""
    try:
        yield
    except (exc.ArgumentError, ImportError, ValueError):
        raise DatabaseUnavailable(ADDRESS) from None
    except OSError:
        raise DatabaseUnavailable(FOLDER) from None


@contextmanager
def plain_errors() -> Iterator[None]:
    """Turn an error of the database itself into DatabaseUnavailable; a fault of ours stays loud."""
    try:
        yield
    except DBAPIError as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise DatabaseUnavailable(sentence) from error
    except exc.TimeoutError as error:
        # Every connection is in use, and none came back in half a minute.
        raise DatabaseUnavailable(BUSY) from error
    except CommandError as error:
        # Alembic's answer to a revision that this program has no step for.
        raise DatabaseUnavailable(NEWER) from error


def lacks_column(error: DBAPIError) -> bool:
    """Whether a statement named a column that is not there; a missing table has a sentence."""
    is_sqlite = "no such column" in str(error.orig)
    return is_sqlite or getattr(error.orig, "sqlstate", None) == "42703"


def _sentence(error: DBAPIError) -> str | None:
    code = getattr(error.orig, "sqlite_errorcode", None)
    if code is not None:
        if "no such table" in str(error.orig):
            return NO_TABLES
        return _SQLITE.get(code & _PRIMARY)
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        # Without a code the server has not answered at all; without a statement it was not asked.
        if isinstance(error, OperationalError):
            return SERVER
        return ADDRESS if error.statement is None else None
    return next((text for start, text in _POSTGRESQL.items() if state.startswith(start)), None)
