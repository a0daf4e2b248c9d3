"""An action that a unit agreed after its result, and the time within which it counts as in time."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from models.errors import InputError

# A plan within this time of the release counts.
IN_TIME: Final = timedelta(weeks=8)
LONGEST_TEXT: Final = 500
LONGEST_ROLE: Final = 80


@dataclass(frozen=True)
class AgreedAction:
    """One thing a unit agreed on a day after a wave, and when it is to be done.

    responsible: a role, never a name. entered_by: who wrote it down. done_on: None until then.
    """

    wave_id: str
    unit_id: str
    agreed_on: date
    what: str
    responsible: str
    due_on: date
    entered_by: str
    done_on: date | None = None

    def days_left(self, today: date) -> int:
        """Return the days until it is to be done, below 0 when that day has passed."""
        return (self.due_on - today).days


def require_complete(action: AgreedAction) -> None:
    """Raise InputError for an action without what, who or a day to come, or with too long texts."""
    if not action.what:
        raise InputError("Skriv, hvad I har aftalt.", field="what")
    if not action.responsible:
        raise InputError("Skriv, hvem der har ansvaret: en rolle, ikke et navn.")
    for text, longest in ((action.what, LONGEST_TEXT), (action.responsible, LONGEST_ROLE)):
        if len(text) > longest:
            raise InputError("Teksten er for lang: højst {n} tegn.", n=longest)
    if action.due_on < action.agreed_on:
        raise InputError("Fristen er allerede overskredet. Vælg en senere dag.", field="due")


def agreed_in_time(agreed_on: date, released_on: date) -> bool:
    """Whether an action of a day was agreed within IN_TIME of the release."""
    return agreed_on - released_on <= IN_TIME
