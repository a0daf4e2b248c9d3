"""Answering a wave: a link is opened, a draft saved or withdrawn, the answers sent once."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from datetime import date

from models.access import Permission, Viewer, require
from models.services import questionnaires
from models.services.units import wave_units
from models.services.waves import comment_intake, links
from models.storage import Db, waves
from models.storage.answers import drafts, participation, responses
from survey.asking.instrument import Instrument
from survey.asking.organisation import Unit, UnitUnknown
from survey.asking.response import OPT_OUT, Response, check
from survey.asking.wave import Wave, WaveClosed, WaveState, require_open
from survey.errors import SurveyError


class LinkUnknown(SurveyError):
    """A survey link is mistyped, or replaced by a new one."""


class WaveUnknown(SurveyError):
    """A wave was named that does not exist."""


class NothingAnswered(SurveyError):
    """A questionnaire was sent without a single answer."""


@dataclass(frozen=True)
class Door:
    """The wave, the unit and the questions that a link leads to."""

    wave: Wave
    unit: Unit
    instrument: Instrument


@dataclass(frozen=True)
class Submission:
    """A filled-in questionnaire that comes in; only a hash of the respondent's key is stored.

    comment: the answer to the open question as it was written; stored apart from the others.
    """

    unit_id: str
    key: str
    answers: Mapping[str, int | None]
    comment: str = ""


def find_wave(db: Db, wave_id: str) -> Wave:
    """Return the wave with an id; raises WaveUnknown."""
    wave = waves.get(db, wave_id)
    if wave is None:
        raise _unknown(wave_id)
    return wave


def lock_wave(db: Db, wave_id: str, *, shared: bool = False) -> Wave:
    """Return the wave with an id as it stays until the unit of work ends; raises WaveUnknown.

    shared: as for `models.storage.waves.lock`.
    """
    wave = waves.lock(db, wave_id, shared=shared)
    if wave is None:
        raise _unknown(wave_id)
    return wave


def _unknown(wave_id: str) -> WaveUnknown:
    return WaveUnknown("Undersøgelsen {wave} findes ikke.", wave=wave_id)


def door(db: Db, token: str, *, on: date) -> Door:
    """Return what a unit's link leads to; raises LinkUnknown, or WaveClosed on other days."""
    link = waves.find_link(db, links.token_hash(token))
    if link is None:
        raise LinkUnknown(
            "Linket kendes ikke. Se efter, om det er tastet rigtigt, eller bed om et nyt."
        )
    wave_id, unit_id = link
    wave = find_wave(db, wave_id)
    require_open(wave, on)
    return _door(db, wave, unit_id)


def _door(db: Db, wave: Wave, unit_id: str) -> Door:
    unit = next((unit for unit in wave_units(db, wave.id) if unit.id == unit_id), None)
    if unit is None:
        raise LinkUnknown("Enheden bag linket findes ikke længere. Bed om et nyt link.")
    return Door(wave, unit, questionnaires.of_wave(db, wave))


def own_doors(db: Db, *, by: Viewer, on: date) -> tuple[Door, ...]:
    """Return the waves that a signed-in viewer's own unit can answer today; none without a unit."""
    require(by, Permission.ANSWER)
    if by.unit_id is None:
        return ()
    return tuple(
        _door(db, wave, by.unit_id)
        for wave in waves.all_waves(db)
        if wave.state is WaveState.OPEN and wave.opens_on is not None and wave.opens_on <= on
        if any(unit.id == by.unit_id for unit in wave_units(db, wave.id))
    )


def secret_mark(wave_id: str) -> str:
    """Return the name of the mark with a wave's secret, which is stored while the wave is open."""
    return f"secret of {wave_id}"


def keep_draft(db: Db, wave_id: str, key: str, answers: Mapping[str, int | None]) -> None:
    """Store the answers so far until they are sent or withdrawn, or the wave closes."""
    wave = lock_wave(db, wave_id, shared=True)
    if wave.state is not WaveState.OPEN:
        raise WaveClosed("Undersøgelsen {wave} er ikke åben.", wave=wave.name)
    checked_answers = check(answers, questionnaires.of_wave(db, wave))
    drafts.save(db, links.key_hash(key), wave_id, checked_answers)


def keep_draft_at(
    db: Db, token: str, key: str, answers: Mapping[str, int | None], *, on: date
) -> None:
    """Store the answers so far of somebody with a unit's link; as `door` and `keep_draft`."""
    keep_draft(db, door(db, token, on=on).wave.id, key, answers)


def draft(db: Db, key: str) -> dict[str, int] | None:
    """Return a respondent's unsent answers; None without a draft."""
    return drafts.load(db, links.key_hash(key))


def has_answered(db: Db, key: str) -> bool:
    """Whether a questionnaire has been sent with a respondent's key, and its wave is still open."""
    return participation.is_spent(db, links.key_hash(key))


def withdraw(db: Db, key: str) -> None:
    """Delete a respondent's unsent answers."""
    drafts.drop(db, links.key_hash(key))


def submit_at(
    db: Db,
    token: str,
    key: str,
    answers: Mapping[str, int | None],
    *,
    on: date,
    comment: str = "",
) -> bool:
    """Store the questionnaire of somebody with a unit's link; as `submit`, raises as `door` too."""
    opened = door(db, token, on=on)
    return submit(db, opened.wave.id, opened.unit.id, key, answers, on=on, comment=comment)


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
    """Store a filled-in questionnaire once; return False when this key has already sent one.

    Raises WaveClosed, AnswerOutsideScale, UnknownItem, UnitUnknown, NothingAnswered or
    CommentTooLong; then nothing is stored.
    """
    return submit_all(db, wave_id, [Submission(unit_id, key, answers, comment)], on=on) == 1


def submit_all(db: Db, wave_id: str, submissions: Iterable[Submission], *, on: date) -> int:
    """Store many at once, each as `submit` does; return how many had not been sent before."""
    wave = lock_wave(db, wave_id, shared=True)
    require_open(wave, on)
    instrument = questionnaires.of_wave(db, wave)
    unit_ids = {unit.id for unit in wave_units(db, wave.id)}
    new, comments = [], []
    for submission in submissions:
        response = _response(submission, wave.id, instrument, unit_ids)
        comment = comment_intake.cleaned(submission.comment, instrument)
        key_hash = links.key_hash(submission.key)
        # The key is spent before anything is stored, so that two clicks at once cannot both pass.
        if participation.spend(db, key_hash):
            new.append(response)
            comments += [(submission.unit_id, comment)] if comment else []
        drafts.drop(db, key_hash)
    responses.add_all(db, new)
    if comments:
        comment_intake.keep(db, wave.id, comments)
    return len(new)


def _response(
    submission: Submission, wave_id: str, instrument: Instrument, unit_ids: Set[str]
) -> Response:
    answers = check(submission.answers, instrument)
    if not answers:
        raise NothingAnswered("Svar på mindst ét spørgsmål, før du sender.")
    if submission.unit_id not in unit_ids:
        raise UnitUnknown("Enheden {unit} findes ikke i organisationen.", unit=submission.unit_id)
    group = answers.get(instrument.crossing, OPT_OUT)
    return Response(wave_id, submission.unit_id, answers, "" if group == OPT_OUT else str(group))
