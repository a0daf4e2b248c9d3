"""`pejling attack`: what a published file gives away."""

from argparse import Namespace

from models.cli.answer import Answer
from models.services.files.sheets import Note
from models.services.opening import Db
from models.services.release import attack
from models.wording import N_, Words
from survey.disclosure.attacking.finding import Finding, Kind

TRIED = N_(
    "{file}: {checked} tal er prøvet. Hvert tal for sig, hver enhed minus enhederne under den, "
    "hver gruppe i regionen minus hospitalerne, hospitaler minus deres grupper, hvert spørgsmål "
    "mod sit emne, og om tallene er kodet."
)
UNSAID = N_(
    "Filen siger ikke, hvad undersøgelsens mindste gruppe er. Prøvet med {k}; er den større, så "
    "giv den med --smallest-group."
)
NOTHING = N_("Intet i filen røber noget om færre end {k} personer.")
FOUND = N_("{findings} fund. Filen må ikke deles.")

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


def release(_db: Db, given: Namespace, said: Words) -> Answer:
    """Attack a file; broken when anything is found."""
    tried = attack.attack_release(given.file, given.units, smallest_group=given.smallest_group)
    document = {
        "file": tried.file,
        "smallest_group": tried.smallest_group,
        "checked": tried.checked,
        "findings": [
            {**one._asdict(), "kind": one.kind.value, "size": _whole(one.size)}
            for one in tried.findings
        ],
    }
    header = (said.say("Fund"), said.say("Enhed"), said.say("Gruppe"), said.say("Mål"))
    rows = (_line(one, said) for one in tried.findings)
    values = {
        "file": tried.file,
        "checked": tried.checked,
        "k": tried.smallest_group,
        "findings": len(tried.findings),
    }
    unsaid = () if tried.says_it else (Note(UNSAID, values),)
    ended = Note(FOUND if tried.findings else NOTHING, values)
    return Answer(
        document,
        ((*header, said.say("Antal")), *rows),
        (Note(TRIED, values), *unsaid, ended),
        broken=bool(tried.findings),
    )


def _line(found: Finding, said: Words) -> tuple[str, ...]:
    size = said.number(found.size)
    return (said.say(KIND_WORD[found.kind]), found.unit_id, found.group, found.measure, size)


def _whole(size: float) -> float:
    return int(size) if size.is_integer() else size
