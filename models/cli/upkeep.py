"""`pejling backup`, `restore` and `check`: looking after a whole installation."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from models.cli.answer import OPERATOR, Answer, marked, now
from models.cli.command import Command, argument
from models.services.files.note import Note
from models.services.opening import Db
from models.services.upkeep import backup
from models.services.upkeep.backup import Backup, Progress
from models.services.upkeep.check import Finding, check
from models.wording import N_, Words
from survey.asking.wave import WaveState

# Rows between two lines of progress in one table.
# Lines of the trace that are named where many differ.
MOST_LINES = 5
PROGRESS_EVERY = 100_000
FILE = argument("file", N_("sikkerhedskopiens fil"), Path, metavar="FIL")


def back_up(_db: Db, arguments: Namespace, words: Words) -> Answer:
    """Write a backup; each table is written as it is done."""
    result = backup.back_up(
        arguments.database, arguments.file, by=OPERATOR, at=now(), progress=_progress(words)
    )
    return _about(result, N_("{file} er skrevet. Rækker: {rows}, udgave: {revision}, byte: {size}"))


BACKUP = Command(
    "backup",
    back_up,
    N_("skriv en sikkerhedskopi af alt, mens Pejling kører"),
    (FILE,),
    needs_database=False,
)


def restore(_db: Db, arguments: Namespace, words: Words) -> Answer:
    """Bring a backup back; each table is written as it is done."""
    result = backup.restore(
        arguments.database,
        arguments.file,
        by=OPERATOR,
        replacing=arguments.replace,
        progress=_progress(words),
    )
    return _about(result, N_("{file} er lagt tilbage. Rækker: {rows}, udgave: {revision}"))


RESTORE = Command(
    "restore",
    restore,
    N_("læg en sikkerhedskopi tilbage i en tom database"),
    (
        FILE,
        argument("--replace", N_("slet først alt, hvad der er i databasen"), action="store_true"),
    ),
    needs_database=False,
)


def _progress(words: Words) -> Progress:
    lines = set[tuple[str, int]]()

    def write(done: int, rows: int, table: str) -> None:
        line = (table, done // PROGRESS_EVERY)
        if line not in lines or done == rows:
            text = words.say("{done} af {rows} rækker: {table}", done=done, rows=rows, table=table)
            sys.stderr.write(f"{text}\n")
        lines.add(line)

    return write


def _about(result: Backup, message: str) -> Answer:
    contents, holding = result.contents, result.holding
    document = {
        "file": str(result.file),
        "size": result.size,
        "revision": contents.revision,
        "begun_at": contents.begun_at.isoformat(),
        "rows": {table.name: table.rows for table in contents.tables},
        "releases": holding.releases,
        "comments": holding.comments,
        "spent_keys": holding.spent_keys,
        "waves": [
            {"wave": w.id, "name": w.name, "state": w.state.value, "responses": w.responses}
            for w in holding.waves
        ],
    }
    summary = Note(
        message,
        {
            "file": result.file,
            "rows": contents.rows,
            "revision": contents.revision,
            "size": result.size,
        },
    )
    table = tuple((wave.name, wave.state.value, str(wave.responses)) for wave in holding.waves)
    answer = Answer(document, table, (summary, *_notes(result)))
    return marked(answer, holding.invented)


def _notes(result: Backup) -> Iterator[Note]:
    """Yield the notes on a file: its contents, and the cautions for whoever keeps it."""
    holding, start = result.holding, result.contents.begun_at.isoformat(" ")
    yield Note(
        N_(
            "Undersøgelser: planlagte {draft}, åbne {open}, lukkede {closed}, frigivne {released}. "
            "Frigivne resultater: {releases}. Enkelte svar: {responses}. Kommentarer: {comments}."
        ),
        {
            **{state.value: holding.count(state) for state in WaveState},
            "releases": holding.releases,
            "responses": holding.responses,
            "comments": holding.comments,
        },
    )
    for wave in holding.waves:
        if wave.state is WaveState.OPEN:
            yield Note(
                N_(
                    "{wave} var åben: kopien har alle svar, der var takket for før {begun}, "
                    "{responses} i alt. Senere svar er ikke i den, og heller ikke kladder."
                ),
                {"wave": wave.name, "responses": wave.responses, "begun": start},
            )
    if holding.responses or holding.spent_keys or holding.count(WaveState.OPEN):
        yield Note(
            N_(
                "Kopien har enkelte svar og mærker for brugte nøgler, i en åben undersøgelse også "
                "dens hemmelighed: pas på den som på databasen, og slet den, når den er afløst."
            ),
            {},
        )


HEAD = N_(
    "Sporets nyeste linje er {head}. Skriv den ned et andet sted: så kan I senere se, at intet før "
    "den er skrevet om."
)


def check_all(_db: Db, arguments: Namespace, words: Words) -> Answer:
    """Look everything over; one line for each check."""
    findings = check(arguments.database, by=OPERATOR)
    document = {
        "checks": [
            {"check": finding.check, "faults": finding.faults}
            | ({"lines": list(finding.lines)} if finding.lines else {})
            | ({"head": finding.head} if finding.head else {})
            for finding in findings
        ]
    }
    table = tuple((words.say(finding.about), _outcome(finding, words)) for finding in findings)
    broken = any(finding.faults != 0 for finding in findings)
    message = N_("Der er fejl: se linjerne") if broken else N_("Alt er i orden")
    notes = [Note(HEAD, {"head": finding.head}) for finding in findings if finding.head]
    return Answer(document, table, (Note(message, {}), *notes), broken=broken)


def _outcome(finding: Finding, words: Words) -> str:
    match finding.faults:
        case None:
            return words.say("kan ikke læses")
        case 0:
            return words.say("i orden")
        case faults if finding.lines:
            lines = ", ".join(map(str, finding.lines[:MOST_LINES]))
            return words.say("fejl: {faults}, linje {lines}", faults=faults, lines=lines)
        case faults:
            return words.say("fejl: {faults}", faults=faults)


CHECK = Command(
    "check",
    check_all,
    N_("se efter, om database, frigivne tal og henvisninger er hele"),
    needs_database=False,
)
