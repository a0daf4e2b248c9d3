"""`pejling release`, `export release`, `reliability`: the published result of a wave."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from models.cli.answer import OPERATOR, Answer, today
from models.cli.command import WAVE_NAME, Command, argument
from models.cli.surveys import wave_id_of
from models.errors import InputError
from models.services.files.note import Note
from models.services.installation import invented
from models.services.opening import Db
from models.services.release import publish
from models.wording import N_, Words
from survey.release.build import Release

FORMS = {"csv": publish.as_file, "json": publish.as_document}


def release(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Publish a closed wave, once; each step is written as it begins."""

    def progress(done: int, steps: int, what: str) -> None:
        sys.stderr.write(f"{done}/{steps} {words.say(what)}\n")

    wave_id = wave_id_of(db, arguments.name)
    result = publish.release_wave(db, wave_id, by=OPERATOR, on=today(), progress=progress)
    document = {
        "wave": result.wave_id,
        "smallest_group": result.smallest_group,
        "released_on": result.released_on.isoformat(),
        "published": sorted(result.published),
        "cells": len(result.cells),
        "audit": result.audit,
        "code_version": result.code_version,
        "hash": result.hash,
    }
    note = Note(
        N_("Undersøgelsen {name} er frigivet. Enheder med tal: {units}"),
        {"name": arguments.name, "units": len(result.published)},
    )
    rows = ((unit_id,) for unit_id in sorted(result.published))
    return Answer(document, ((words.say("Enhed"),), *rows), (note,))


RELEASE = Command("release", release, N_("frigiv en lukket undersøgelse"), (WAVE_NAME,))


def export(db: Db, arguments: Namespace, _words: Words) -> Answer:
    """Write the published cells of a wave in a file."""
    write = _form(arguments)
    result = publish.published_release(db, wave_id_of(db, arguments.name), by=OPERATOR)
    write_file(arguments.file, write(result, invented(db)))
    note = Note(
        N_("{file} er skrevet. Offentliggjorte tal fra {name}: {cells}"),
        {"file": arguments.file, "cells": len(result.cells), "name": arguments.name},
    )
    document = {"file": str(arguments.file), "cells": len(result.cells), "hash": result.hash}
    return Answer(document, notes=(note,))


def _form(arguments: Namespace) -> Callable[[Release, str | None], bytes]:
    """Return the writer of the form asked for, else of the form that the file name ends in."""
    form = arguments.form or arguments.file.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise InputError(
            "{file}: skriv et filnavn, der ender på .csv eller .json, eller vælg formen med "
            "--format.",
            file=arguments.file,
        )
    return FORMS[form]


def write_file(file: Path, content: bytes) -> None:
    """Write a file; raises InputError where it cannot be written."""
    try:
        file.write_bytes(content)
    except OSError as problem:
        raise InputError(
            "{file} kan ikke skrives: vælg en fil i en mappe, der findes.", file=file
        ) from problem


EXPORT_RELEASE = Command(
    "release",
    export,
    N_("en undersøgelses offentliggjorte tal"),
    (
        WAVE_NAME,
        argument(
            "--out",
            N_("CSV eller JSON"),
            Path,
            dest="file",
            metavar="FIL",
            required=True,
        ),
        argument(
            "--format",
            N_("filens form; ellers som filens navn ender"),
            dest="form",
            choices=tuple(FORMS),
        ),
    ),
    has_result=False,
)


def reliability(db: Db, arguments: Namespace, _words: Words) -> Answer:
    """Give the reliability of each dimension; null where too few have answered for a figure."""
    wave_id = wave_id_of(db, arguments.name)
    rows = publish.reliability(db, wave_id, by=OPERATOR)
    dimensions = [
        {str(name): None if pd.isna(value) else value for name, value in row.items()}
        for row in rows.to_dict("records")
    ]
    columns = ("dimension", "n", "units", "alpha", "omega", "icc1", "icc2_median", "rwg_median")
    table = [[_short(row[name]) for name in columns] for row in dimensions]
    return Answer({"wave": wave_id, "dimensions": dimensions}, (columns, *map(tuple, table)))


def _short(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


RELIABILITY = Command(
    "reliability", reliability, N_("hvor sikkert undersøgelsen måler"), (WAVE_NAME,)
)
