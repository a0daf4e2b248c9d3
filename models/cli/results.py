"""`pejling release`, `export release` and `reliability`: what a survey gave, published once."""

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from models.cli.answer import OPERATOR, Answer, today
from models.cli.surveys import wave_id_of
from models.errors import InputError
from models.services.files.sheets import Note
from models.services.installation import invented
from models.services.opening import Db
from models.services.release import publish
from models.wording import N_, Words
from survey.release.build import Release

FORMS = {"csv": publish.as_file, "json": publish.as_document}


def release(db: Db, given: Namespace, said: Words) -> Answer:
    """Publish a closed wave, once; every step is told as it begins."""

    def progress(done: int, steps: int, what: str) -> None:
        sys.stderr.write(f"{done}/{steps} {said.say(what)}\n")

    wave_id = wave_id_of(db, given.name)
    made = publish.release(db, wave_id, by=OPERATOR, on=today(), progress=progress)
    document = {
        "wave": made.wave_id,
        "smallest_group": made.smallest_group,
        "released_on": made.released_on.isoformat(),
        "published": sorted(made.published),
        "cells": len(made.cells),
        "audit": made.audit,
        "code_version": made.code_version,
        "hash": made.hash,
    }
    told = Note(
        N_("Undersøgelsen {name} er frigivet: tal for {units} enheder"),
        {"name": given.name, "units": len(made.published)},
    )
    header = (said.say("Enhed"),)
    return Answer(document, (header, *((one,) for one in sorted(made.published))), (told,))


def export(db: Db, given: Namespace, _said: Words) -> Answer:
    """The published cells as a file, and nothing else about anybody."""
    write = _form(given)
    made = publish.published(db, wave_id_of(db, given.name))
    _write(given.file, write(made, invented(db)))
    told = Note(
        N_("{file}: {cells} offentliggjorte tal fra {name}"),
        {"file": given.file, "cells": len(made.cells), "name": given.name},
    )
    written = {"file": str(given.file), "cells": len(made.cells), "hash": made.hash}
    return Answer(written, told=(told,))


def _form(given: Namespace) -> Callable[[Release, str | None], bytes]:
    """How the file is written: as asked for, else as its name ends."""
    form = given.form or given.file.suffix.lower().removeprefix(".")
    if form not in FORMS:
        raise InputError(
            "{file}: skriv et filnavn, der ender på .csv eller .json, eller vælg formen med "
            "--format.",
            file=given.file,
        )
    return FORMS[form]


def _write(file: Path, content: bytes) -> None:
    try:
        file.write_bytes(content)
    except OSError as problem:
        raise InputError(
            "{file} kan ikke skrives: vælg en fil i en mappe, der findes.", file=file
        ) from problem


def reliability(db: Db, given: Namespace, _said: Words) -> Answer:
    """How surely each dimension is measured; null where too few have answered to say."""
    wave_id = wave_id_of(db, given.name)
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
