"""What a respondent does: come through the door, answer bit by bit, think better of it, send."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services.waves import comment_intake, links
from models.storage import Db, marks, structures, units, waves
from models.storage.answers import drafts, participation, responses
from survey.asking import instruments
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit, UnitUnknown
from survey.asking.response import Response, check
from survey.asking.wave import Wave, WaveClosed, WaveState, require_open
from survey.errors import SurveyError


class LinkUnknown(SurveyError):
    """A survey link leads nowhere: mistyped, or replaced by a new one."""


class WaveUnknown(SurveyError):
    """A wave was named that does not exist."""


class NothingAnswered(SurveyError):
    """A questionnaire was sent without a single answer."""


@dataclass(frozen=True)
class Door:
    """Where a link leads: this wave's questions, answered for this unit."""

    wave: Wave
    unit: Unit
    instrument: Instrument


@dataclass(frozen=True)
class Sent:
    """A filled-in questionnaire on its way in; the key is the respondent's and is not kept.

    comment: the answer to the open question as it was written; kept apart from the others.
    """

    unit_id: str
    key: str
    answers: Mapping[str, int | None]
    comment: str = ""


def wave(db: Db, wave_id: str) -> Wave:
    """A wave by its id; raises WaveUnknown."""
    found = waves.get(db, wave_id)
    if found is None:
        raise WaveUnknown("Undersøgelsen {wave} findes ikke.", wave=wave_id)
    return found


def _open_wave(db: Db, wave_id: str, on: date) -> Wave:
    found = wave(db, wave_id)
    require_open(found, on)
    return found


def door(db: Db, token: str, *, on: date) -> Door:
    """Where a unit's link leads; raises LinkUnknown, and WaveClosed outside the wave's days."""
    found = waves.find_link(db, links.token_hash(token))
    if found is None:
        raise LinkUnknown(
            "Linket kendes ikke. Se efter, om det er tastet rigtigt, eller bed om et nyt."
        )
    wave_id, unit_id = found
    return _door(db, _open_wave(db, wave_id, on), unit_id)


def _door(db: Db, asked: Wave, unit_id: str) -> Door:
    unit = next((unit for unit in _units(db, asked.id) if unit.id == unit_id), None)
    if unit is None:
        raise LinkUnknown("Enheden bag linket findes ikke længere. Bed om et nyt link.")
    return Door(asked, unit, instruments.load(asked.instrument_id))


def _units(db: Db, wave_id: str) -> tuple[Unit, ...]:
    # A wave stays in the structure it was opened in, whatever is reorganised meanwhile.
    return structures.get(db, wave_id) or units.all_units(db)


def own_doors(db: Db, viewer: Viewer, *, on: date) -> tuple[Door, ...]:
    """The waves that ask a signed-in viewer's own unit today; none without a unit."""
    if viewer.unit_id is None:
        return ()
    return tuple(
        _door(db, one, viewer.unit_id)
        for one in waves.all_waves(db)
        if one.state is WaveState.OPEN and one.opens_on is not None and one.opens_on <= on
        if any(unit.id == viewer.unit_id for unit in _units(db, one.id))
    )


def secret_mark(wave_id: str) -> str:
    """The name under which a wave's secret is kept while it is open."""
    return f"secret of {wave_id}"


def own_key(db: Db, wave_id: str, viewer: Viewer) -> str:
    """A signed-in viewer's key in an open wave: the same at every visit, not to be guessed.

    It is made with a secret that is forgotten when the wave closes, so that afterwards nobody,
    not even the installation, can tell who has answered.
    """
    require(viewer, Permission.ANSWER)
    secret = marks.get(db, secret_mark(wave_id))
    if not secret:
        raise WaveClosed("Undersøgelsen er ikke åben.")
    return links.personal_key(secret, wave_id, viewer.name, viewer.unit_id or "")


def keep_draft(db: Db, wave_id: str, key: str, answers: Mapping[str, int | None]) -> None:
    """Keep what has been answered so far, until it is sent, withdrawn or the wave closes."""
    asked = wave(db, wave_id)
    if asked.state is not WaveState.OPEN:
        raise WaveClosed("Undersøgelsen {wave} er ikke åben.", wave=asked.name)
    given = check(answers, instruments.load(asked.instrument_id))
    drafts.save(db, links.key_hash(key), wave_id, given)


def draft(db: Db, key: str) -> dict[str, int] | None:
    """What a respondent has answered but not sent; None when there is nothing."""
    return drafts.load(db, links.key_hash(key))


def withdraw(db: Db, key: str) -> None:
    """Forget what has not been sent."""
    drafts.drop(db, links.key_hash(key))


def submit(
    db: Db,
    wave_id: str,
    unit_id: str,
    key: str,
    answers: Mapping[str, int | None],
    *,
    on: date,
    comment: str = "",
) -> bool:
    """Keep a filled-in questionnaire once; False when this key had already sent one.

    Raises WaveClosed, AnswerOutsideScale, UnknownItem, UnitUnknown, NothingAnswered or
    CommentTooLong; then nothing is kept.
    """
    return submit_all(db, wave_id, [Sent(unit_id, key, answers, comment)], on=on) == 1


def submit_all(db: Db, wave_id: str, sent: Iterable[Sent], *, on: date) -> int:
    """Keep many at once, each as `submit` does; returns how many had not been sent before."""
    asked = _open_wave(db, wave_id, on)
    instrument = instruments.load(asked.instrument_id)
    known = {unit.id for unit in _units(db, asked.id)}
    new, said = [], []
    for one in sent:
        response = _response(one, asked.id, instrument, known)
        comment = comment_intake.as_kept(one.comment, instrument)
        trace = links.key_hash(one.key)
        # The key is spent before anything is kept, so that two clicks at once cannot both pass.
        if participation.spend(db, trace):
            new.append(response)
            said += [(one.unit_id, comment)] if comment else []
        drafts.drop(db, trace)
    responses.add_all(db, new)
    if said:
        comment_intake.keep(db, asked.id, said)
    return len(new)


def _response(sent: Sent, wave_id: str, instrument: Instrument, known: Set[str]) -> Response:
    given = check(sent.answers, instrument)
    if not given:
        raise NothingAnswered("Svar på mindst ét spørgsmål, før du sender.")
    if sent.unit_id not in known:
        raise UnitUnknown("Enheden {unit} findes ikke i organisationen.", unit=sent.unit_id)
    group = given.get(instrument.crossing)
    return Response(wave_id, sent.unit_id, given, "" if group is None else str(group))
