"""Looking an installation over: its database, its releases, and rows left behind."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from models.access import Permission, Viewer, require
from models.errors import DatabaseUnavailable
from models.services import questionnaires
from models.services.promises import strategies
from models.services.trace.log import verification
from models.services.waves.answering import secret_mark
from models.storage import Db, marks, releases, units, waves
from models.storage.asking import structures
from models.storage.availability import plain_errors
from models.storage.steering import trace
from models.storage.whole import integrity, orphans
from models.storage.whole.snapshot import snapshot
from models.wording import N_
from survey.asking.instruments import InstrumentUnknown
from survey.asking.organisation import join_units
from survey.asking.wave import Wave, WaveState
from survey.errors import SurveyError
from survey.release.build import is_fingerprint

# The number of faults, or the lines that have them.
Faults = Callable[[Db], int | tuple[int, ...]]


@dataclass(frozen=True)
class Finding:
    """The outcome of one check. about: a marked sentence for people.

    faults: how many there are; None: the database could not be read that far.
    lines: the lines of the trace that differ. head: the number and hash of its newest line, to be
    compared with those of an earlier day that were written down elsewhere.
    """

    check: str
    about: str
    faults: int | None
    lines: tuple[int, ...] = ()
    head: str = ""


def _release_faults(db: Db) -> int:
    """Return the number of releases whose cells no longer give their hash."""
    return sum(
        not is_fingerprint(head.hash, releases.cells(db, head.wave_id, family=None))
        for head in releases.heads(db)
    )


def _wave_faults(db: Db) -> int:
    """Return the number of waves whose state does not go with what is stored for them.

    A wave is released when it has a release, has units of its own once it has been open, a secret
    as long as it is open, and a questionnaire.
    """
    released = {head.wave_id for head in releases.heads(db)}
    return sum(
        (wave.state is WaveState.RELEASED) != (wave.id in released)
        or (wave.state is not WaveState.DRAFT) != (structures.get(db, wave.id) is not None)
        or (wave.state is WaveState.OPEN) != bool(marks.get(db, secret_mark(wave.id)))
        or not _has_questionnaire(db, wave)
        for wave in waves.all_waves(db)
    )


def _has_questionnaire(db: Db, wave: Wave) -> bool:
    try:
        return questionnaires.of_wave(db, wave).id == wave.instrument_id
    except InstrumentUnknown:
        return False


def _unit_faults(db: Db) -> int:
    """Return 1 when today's units do not make one tree."""
    all_units = units.all_units(db)
    try:
        if all_units:
            join_units(all_units)
    except SurveyError:
        return 1
    return 0


def _stray_faults(db: Db) -> int:
    """Return in how many units of waves something lies although the wave has no such unit."""
    of_waves = {wave.id: structures.get(db, wave.id) or () for wave in waves.all_waves(db)}
    ids = {wave_id: {unit.id for unit in of_wave} for wave_id, of_wave in of_waves.items()}
    return orphans.strays(db, ids)


def _criterion_faults(db: Db) -> int:
    """Return the number of criteria with targets or observations that no strategy has."""
    return len(orphans.criteria(db) - strategies.criteria().keys())


def _trace_faults(db: Db) -> tuple[int, ...]:
    """Return the lines of the trace at which its chain does not hold."""
    return tuple(sorted({fault.entry for fault in verification(db).breaks}))


# The first three show whether there is anything to read for the others.
CHECKS: Final[tuple[tuple[str, str, Faults], ...]] = (
    ("file", N_("Databasens filer er hele"), integrity.file_faults),
    ("revision", N_("Tabellerne hører til denne udgave af Pejling"), integrity.revision_faults),
    ("tables", N_("Tabeller, indeks og regler er som erklæret"), integrity.table_faults),
    ("values", N_("Hver værdi er af den slags, dens kolonne skal have"), integrity.value_faults),
    ("references", N_("Alle henvisninger peger på noget, der findes"), integrity.reference_faults),
    ("numbering", N_("Nye rækker får ledige numre"), integrity.numbering_faults),
    ("walls", N_("Siderne kan ikke læse de enkelte svar"), integrity.wall_faults),
    ("units", N_("Alle enheder hænger sammen i én organisation"), _unit_faults),
    ("waves", N_("Undersøgelsernes tilstand passer til det, der er gemt"), _wave_faults),
    ("releases", N_("Frigivne tal passer med deres kontrolsum"), _release_faults),
    ("strays", N_("Alt ligger i en enhed, som undersøgelsen har"), _stray_faults),
    ("drafts", N_("Der er kun kladder til åbne undersøgelser"), orphans.late_drafts),
    ("criteria", N_("Mål og målinger hører til et succeskriterium"), _criterion_faults),
    ("trace", N_("Sporet af ændringer er, som det blev skrevet"), _trace_faults),
)
_NEEDED: Final = ("revision", "tables")


def check(url: str, *, by: Viewer) -> tuple[Finding, ...]:
    """Try everything that can be tried without changing anything, while others work on.

    Raises Refused, and DatabaseUnavailable when the database cannot be opened at all.
    """
    require(by, Permission.BACK_UP)
    findings: list[Finding] = []
    with snapshot(url) as db:
        for code, about, faults in CHECKS:
            lacks = any(finding.faults != 0 for finding in findings if finding.check in _NEEDED)
            findings.append(_finding(code, about, None if lacks else _faults(db, faults)))
        number, newest = trace.head(db) if findings[-1].faults is not None else (0, "")
        findings[-1] = replace(findings[-1], head=f"{number}:{newest}" if newest else "")
    return tuple(findings)


def _finding(code: str, about: str, faults: int | tuple[int, ...] | None) -> Finding:
    if isinstance(faults, tuple):
        return Finding(code, about, len(faults), lines=faults)
    return Finding(code, about, faults)


def _faults(db: Db, faults: Faults) -> int | tuple[int, ...] | None:
    try:
        # So that on PostgreSQL the next check can read although this one could not.
        with plain_errors(), db.begin_nested():
            return faults(db)
    except DatabaseUnavailable:
        return None
    except (ValueError, KeyError, TypeError):
        # A text that the program wrote, and that says nothing any more.
        return 1
