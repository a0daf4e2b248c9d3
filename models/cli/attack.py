"""`pejling attack`: the small groups that a published file gives away."""

from argparse import Namespace
from pathlib import Path

from models.cli.answer import Answer
from models.cli.command import Command, Group, argument
from models.services.files.note import Note
from models.services.opening import Db
from models.services.release import attack
from models.wording import N_, Words
from survey.disclosure.attacking.finding import Finding, Kind

TRIED = N_(
    "{file}: prøvede tal: {checked}. Hvert tal for sig, hver enhed minus enhederne under den, "
    "hver gruppe i regionen minus hospitalerne, hospitaler minus deres grupper, hvert spørgsmål "
    "mod sit emne, og om tallene er kodet."
)
UNSAID = N_(
    "Filen siger ikke, hvad undersøgelsens mindste gruppe er. Prøvet med {k}; er den større, så "
    "giv den med --smallest-group."
)
NOTHING = N_("Intet i filen røber noget om færre end {k} personer.")
FINDINGS = N_("Antal fund: {findings}. Filen må ikke deles.")

SMALLEST_GROUP = N_("den mindste gruppe; skal gives for CSV og XLSX, når undersøgelsens er over 5")

KIND_WORD = {
    Kind.SMALL: N_("for få bag tallet"),
    Kind.REMAINDER: N_("for få tilbage, når dem under trækkes fra"),
    Kind.JOINT: N_("for få tilbage, når grupperne trækkes fra"),
    Kind.CONTRADICTION: N_("flere under end over"),
    Kind.ITEM: N_("spørgsmål og emne har ikke samme antal"),
    Kind.UNCOUNTED: N_("intet antal bag tallet"),
    Kind.DOMINATED: N_("for få bærer tallet"),
    Kind.UNCODED: N_("tallet er ikke et helt tal inden for sine grænser"),
    Kind.STRANGER: N_("enheden eller familien kendes ikke"),
    Kind.REPEATED: N_("rækken står der to gange"),
    Kind.FOREIGN: N_("hører ikke til i en fil med resultater"),
}


def release(_db: Db, arguments: Namespace, words: Words) -> Answer:
    """Attack a file; the answer is broken when there are findings."""
    attempt = attack.attack_release(
        arguments.file, arguments.units, smallest_group=arguments.smallest_group
    )
    document = {
        "file": attempt.file,
        "smallest_group": attempt.smallest_group,
        "checked": attempt.checked,
        "findings": [
            {**finding._asdict(), "kind": finding.kind.value, "size": _whole(finding.size)}
            for finding in attempt.findings
        ],
    }
    header = (words.say("Fund"), words.say("Enhed"), words.say("Gruppe"), words.say("Mål"))
    rows = (_row(finding, words) for finding in attempt.findings)
    return Answer(
        document,
        ((*header, words.say("Antal")), *rows),
        _notes(attempt),
        broken=bool(attempt.findings),
    )


def _notes(attempt: attack.Attack) -> tuple[Note, ...]:
    values = {
        "file": attempt.file,
        "checked": attempt.checked,
        "k": attempt.smallest_group,
        "findings": len(attempt.findings),
    }
    unsaid = () if attempt.says_it else (Note(UNSAID, values),)
    return (Note(TRIED, values), *unsaid, Note(FINDINGS if attempt.findings else NOTHING, values))


def _row(finding: Finding, words: Words) -> tuple[str, ...]:
    size = words.number(finding.size)
    kind = words.say(KIND_WORD[finding.kind])
    return (kind, finding.unit_id, finding.group, finding.measure, size)


def _whole(size: float) -> float:
    # Not `size.is_integer()`: a whole number may be an int, which has that from Python 3.12 on.
    return int(size) if size % 1 == 0 else size


GROUP = Group(
    "attack",
    N_("prøv at finde små grupper"),
    (
        Command(
            "release",
            release,
            N_("hvad en fil med resultater røber"),
            (
                argument("file", N_("CSV, XLSX eller JSON"), Path, metavar="FIL"),
                argument(
                    "--units", N_("organisationens enheder"), Path, metavar="FIL", required=True
                ),
                argument(
                    "--smallest-group",
                    SMALLEST_GROUP,
                    int,
                    metavar="K",
                    default=5,
                ),
            ),
        ),
    ),
)
