"""`pejling wave`: a wave is planned, opened, closed and listed."""

from argparse import Namespace
from datetime import date

from models.cli.answer import OPERATOR, Answer, today
from models.cli.command import WAVE_NAME, Command, Group, argument, day
from models.services.files.note import Note
from models.services.opening import Db
from models.services.waves import lifecycle
from models.wording import N_, Words
from survey.asking.wave import Wave

CLOSED = N_("Undersøgelsen {name} er lukket, og svar fra andre systemer kan hentes ind")


def create(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Plan a wave, or with --closed a closed one for answers that were collected elsewhere."""
    wave = lifecycle.create(
        db,
        arguments.name,
        instrument_id=arguments.instrument,
        smallest_group=arguments.smallest_group,
        approved_on=arguments.approved_on,
        minutes=arguments.minutes,
        closed_on=today() if arguments.closed else None,
        by=OPERATOR,
    )
    message = CLOSED if arguments.closed else N_("Undersøgelsen {name} er planlagt")
    return _about(wave, message, words)


def open_wave(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Open a wave; the links in the answer are not stored and cannot be shown again."""
    wave_id = wave_id_of(db, arguments.name)
    tokens = lifecycle.open_wave(db, wave_id, by=OPERATOR, on=today())
    links = [{"unit_id": unit_id, "path": f"/svar/{token}"} for unit_id, token in tokens.items()]
    header = (words.say("Enhed"), words.say("Link"))
    note = Note(
        N_("Undersøgelsen {name} er åben. Gem linkene nu: de vises ikke igen. Antal: {links}"),
        {"name": arguments.name, "links": len(links)},
    )
    rows = ((link["unit_id"], link["path"]) for link in links)
    return Answer({"wave": wave_id, "links": links}, (header, *rows), (note,))


def close(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Close a wave."""
    wave = lifecycle.close_wave(db, wave_id_of(db, arguments.name), by=OPERATOR, on=today())
    return _about(wave, N_("Undersøgelsen {name} er lukket"), words)


def overview(db: Db, _arguments: Namespace, words: Words) -> Answer:
    """List every wave."""
    waves = lifecycle.all_waves(db, by=OPERATOR)
    return Answer([_document(wave) for wave in waves], _table(waves, words))


def wave_id_of(db: Db, name: str) -> str:
    """Return the id of the wave with that name or id; the name itself when there is none.

    The service that gets it raises WaveUnknown.
    """
    return next(
        (wave.id for wave in lifecycle.all_waves(db, by=OPERATOR) if wave.name == name), name
    )


def _about(wave: Wave, message: str, words: Words) -> Answer:
    return Answer(_document(wave), _table((wave,), words), (Note(message, {"name": wave.name}),))


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


def _table(waves: tuple[Wave, ...], words: Words) -> tuple[tuple[str, ...], ...]:
    header = (words.say("Undersøgelse"), words.say("Navn"), words.say("Tilstand"))
    return (header, *((wave.id, wave.name, wave.state.value) for wave in waves))


def _iso(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


GROUP = Group(
    "wave",
    N_("en undersøgelse med spørgeskema"),
    (
        Command(
            "create",
            create,
            N_("planlæg en undersøgelse"),
            (
                WAVE_NAME,
                argument("--instrument", N_("spørgeskemaet"), metavar="ID", default="rik-30"),
                argument("--smallest-group", N_("den mindste gruppe"), int, metavar="K", default=5),
                argument("--approved-on", N_("dagen, MED godkendte den"), day, metavar="DATO"),
                argument("--minutes", N_("referatets nummer"), metavar="REF", default=""),
                argument(
                    "--closed",
                    N_("lukket med det samme: svar fra andre systemer"),
                    action="store_true",
                ),
            ),
        ),
        Command("open", open_wave, N_("åbn en undersøgelse"), (WAVE_NAME,)),
        Command("close", close, N_("luk en undersøgelse"), (WAVE_NAME,)),
        Command("list", overview, N_("alle undersøgelser")),
    ),
)
