"""Answering as somebody signed in: the draft and the unit are the viewer's own."""

from collections.abc import Mapping
from datetime import date

from models.access import Permission, Viewer, require
from models.services.waves import answering, links
from models.storage import Db, marks
from survey.asking.wave import WaveClosed


def _own_key(db: Db, wave_id: str, by: Viewer) -> str:
    """Return the viewer's key in an open wave, the same at every visit; raises Refused, WaveClosed.

    It is made with a secret that is deleted when the wave closes; afterwards nobody, not even the
    installation, can make the key again and look up who has answered.
    """
    require(by, Permission.ANSWER)
    secret = marks.get(db, answering.secret_mark(wave_id))
    if not secret:
        raise WaveClosed("Undersøgelsen er ikke åben.")
    return links.personal_key(secret, wave_id, by.name, by.unit_id or "")


def own_draft(db: Db, wave_id: str, *, by: Viewer) -> dict[str, int] | None:
    """Return the viewer's unsent answers; None without a draft. Raises WaveClosed, Refused."""
    return answering.draft(db, _own_key(db, wave_id, by))


def keep_own_draft(db: Db, wave_id: str, answers: Mapping[str, int | None], *, by: Viewer) -> None:
    """Store the viewer's answers so far, as `answering.keep_draft`; raises Refused too."""
    answering.keep_draft(db, wave_id, _own_key(db, wave_id, by), answers)


def submit_own(
    db: Db,
    wave_id: str,
    answers: Mapping[str, int | None],
    *,
    by: Viewer,
    on: date,
    comment: str = "",
) -> bool:
    """Store the viewer's questionnaire for the own unit; as `answering.submit`, or Refused."""
    key = _own_key(db, wave_id, by)
    unit_id = by.unit_id or ""
    return answering.submit(db, wave_id, unit_id, key, answers, on=on, comment=comment)
