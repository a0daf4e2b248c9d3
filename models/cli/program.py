"""The program `pejling`: reads the command line, runs the command, writes its answer."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from models import wording
from models.cli.answer import Answer, marked
from models.cli.usage import parser
from models.errors import InputError, SteeringError
from models.services.installation import invented
from models.services.opening import opened
from models.settings import settings
from models.wording import Words
from survey.errors import SurveyError

DONE, RULE_BROKEN = 0, 1
IN_MEMORY = "sqlite://"


def main(command_line: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when done, 1 when the input breaks a rule and nothing was written.

    command_line: without the program's name; None: as the program was started. Wrong usage ends
    in argparse with SystemExit(2).
    """
    installation = settings()
    words = wording.words(installation.language)
    arguments = parser(words).parse_args(command_line)
    try:
        _require_place(arguments.out)
        arguments.database = arguments.database or installation.database_url
        place = arguments.database if arguments.needs_database else IN_MEMORY
        with opened(place, migrating=arguments.migrating) as db:
            answer: Answer = marked(arguments.command(db, arguments, words), invented(db))
        _write_result(answer, arguments.format, arguments.out)
    except (SurveyError, SteeringError) as problem:
        sys.stderr.write(words.error(problem) + "\n")
        return RULE_BROKEN
    _write_notes(answer, words)
    return RULE_BROKEN if answer.broken else DONE


def _require_place(out: Path | None) -> None:
    """Refuse a place that cannot be written to; first, for the links of a wave come only once."""
    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        raise InputError("{file} kan ikke skrives: vælg en fil i en mappe, der findes.", file=out)


def _write_result(answer: Answer, form: str | None, out: Path | None) -> None:
    """Write the result to a file or standard output: JSON, or a table at a terminal."""
    if answer.document is None:
        return
    form = form or ("text" if out is None and sys.stdout.isatty() else "json")
    if form == "json":
        result = json.dumps(answer.document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    else:
        result = _table(answer.table)
    if out is None:
        sys.stdout.write(result)
    else:
        out.write_text(result, encoding="utf-8")


def _table(rows: Sequence[Sequence[str]]) -> str:
    """Columns side by side, each as wide as its longest cell."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)
    return "".join(line + "\n" for line in lines)


def _write_notes(answer: Answer, words: Words) -> None:
    for note in answer.notes:
        sys.stderr.write(words.say(note.message, **note.values) + "\n")
