"""The staff of units when they were last published, so that nobody is followed since then."""

from collections.abc import Mapping

from models.services.culture.results import all_releases
from models.storage import Db
from survey.asking.instrument import Instrument


def staff_when_last_published(db: Db, instrument: Instrument) -> Mapping[str, int | None]:
    """Return unit -> its staff in the newest release that published it and shares a question.

    None where the staff was unknown; a unit that was never published is absent.
    """
    questions = _questions(instrument)
    staff: dict[str, int | None] = {}
    # The newest first: what a newer release has said of a unit stands.
    for release in all_releases(db):
        if questions & _questions(release.instrument):
            for unit_id in release.head.published:
                staff.setdefault(unit_id, release.organisation.unit(unit_id).staff)
    return staff


def _questions(instrument: Instrument) -> set[str]:
    extras = (item.id for block in instrument.extras for item in block.items)
    return {*(item.id for item in instrument.items), *extras}
