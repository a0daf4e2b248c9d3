"""`pejling wave`: a survey from plan to the last answer."""

from argparse import Namespace
from datetime import date

from models.cli.answer import OPERATOR, Answer, today
from models.services.files.sheets import Note
from models.services.opening import Db
from models.services.waves import lifecycle
from models.wording import N_, Words
from survey.asking.wave import Wave

CLOSED = N_("Undersøgelsen {name} er lukket, og svar fra andre systemer kan hentes ind")


def create(db: Db, given: Namespace, said: Words) -> Answer:
    """Plan a wave, or with --closed make one whose answers were collected elsewhere."""
    planned = lifecycle.create(
        db,
        given.name,
        instrument_id=given.instrument,
        smallest_group=given.smallest_group,
        approved_on=given.approved_on,
        minutes=given.minutes,
        closed_on=today() if given.closed else None,
        by=OPERATOR,
    )
    message = CLOSED if given.closed else N_("Undersøgelsen {name} er planlagt")
    return _about(planned, message, said)


def open_wave(db: Db, given: Namespace, said: Words) -> Answer:
    """Open a wave; its links are shown now and never again."""
    wave_id = wave_id_of(db, given.name)
    tokens = lifecycle.open_wave(db, wave_id, by=OPERATOR, on=today())
    links = [{"unit_id": unit_id, "path": f"/svar/{token}"} for unit_id, token in tokens.items()]
    header = (said.say("Enhed"), said.say("Link"))
    told = Note(
        N_("Undersøgelsen {name} er åben. Gem de {links} link: de vises ikke igen."),
        {"name": given.name, "links": len(links)},
    )
    rows = ((link["unit_id"], link["path"]) for link in links)
    return Answer({"wave": wave_id, "links": links}, (header, *rows), (told,))


def close(db: Db, given: Namespace, said: Words) -> Answer:
    """Close a wave."""
    ended = lifecycle.close_wave(db, wave_id_of(db, given.name), by=OPERATOR, on=today())
    return _about(ended, N_("Undersøgelsen {name} er lukket"), said)


def overview(db: Db, _given: Namespace, said: Words) -> Answer:
    """Every wave."""
    known = lifecycle.all_waves(db)
    return Answer([_document(one) for one in known], _table(known, said))


def wave_id_of(db: Db, name: str) -> str:
    """The id of the wave with that name or id; anything else is left for the service to refuse."""
    return next((one.id for one in lifecycle.all_waves(db) if one.name == name), name)


def _about(wave: Wave, message: str, said: Words) -> Answer:
    return Answer(_document(wave), _table((wave,), said), (Note(message, {"name": wave.name}),))


def _document(wave: Wave) -> dict[str, object]:
    return {
        "wave": wave.id,
        "name": wave.name,
        "instrument": wave.instrument_id,
        "smallest_group": wave.smallest_group,
        "approved_on": _iso(wave.approved_on),
        "minutes": wave.minutes,
        "state": wave.state.value,
        "opens_on": _iso(wave.opens_on),
        "closes_on": _iso(wave.closes_on),
    }


def _table(known: tuple[Wave, ...], said: Words) -> tuple[tuple[str, ...], ...]:
    header = (said.say("Undersøgelse"), said.say("Navn"), said.say("Tilstand"))
    return (header, *((one.id, one.name, one.state.value) for one in known))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
