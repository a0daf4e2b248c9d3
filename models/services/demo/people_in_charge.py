"""The invented owners of promises, and those who approve what owners enter."""

from datetime import date, timedelta
from typing import Final

from models.access import Permission, Role, Viewer, require
from models.services.updates.owners import set_owner
from models.steering.owner import Owner
from models.storage import Db

# Nobody has these names, and each says so.
NAMES: Final = (
    "Anne Lind", "Bo Friis", "Carla Holm", "Dan Skov", "Eva Bæk", "Finn Dal", "Gro Kjær",
)  # fmt: skip
_LEFT_BEFORE: Final = timedelta(days=100)
STEWARD: Final = Viewer("Ida Krog (opdigtet)", Role.STEWARD)
SECOND: Final = Viewer("Jens Sten (opdigtet)", Role.STEWARD)


def owner_of(theme: int) -> str:
    """Return the owner of a theme's promises, by the theme's place in the strategy."""
    return f"{NAMES[theme % len(NAMES)]} (opdigtet)"


def viewer_of(owner: str) -> Viewer:
    """Return an owner as somebody at the screen."""
    return Viewer(owner, Role.LEADERSHIP)


def set_owners(db: Db, *, on: date, by: Viewer) -> None:
    """Store the owners with addresses that lead nowhere; the last one has left."""
    require(by, Permission.MAKE_DEMO)
    for place, name in enumerate(NAMES):
        address = f"{name.lower().replace(' ', '.').replace('æ', 'ae')}@region.invalid"
        left_on = on - _LEFT_BEFORE if place == len(NAMES) - 1 else None
        set_owner(db, Owner(owner_of(place), address, left_on), by=by, on=on)
