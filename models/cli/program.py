"""What happens when somebody types `pejling`: read the words, do it, say what was done."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from models.cli.answer import Answer, marked
from models.cli.usage import parser
from models.errors import InputError, SteeringError
from models.services.installation import invented
from models.services.opening import opened
from models.settings import settings
from models.wording import Words, words
from survey.errors import SurveyError

DONE, RULE_BROKEN = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0 when done, 1 when the input breaks a rule and nothing was written.

    Wrong usage ends in argparse with 2.
    """
    chosen = settings()
    said = words(chosen.language)
    given = parser(said).parse_args(arguments)
    try:
        _require_place(given.out)
        url = given.database or chosen.database_url
        with opened(url, migrating=given.migrating) as db:
            answer: Answer = marked(given.command(db, given, said), invented(db))
        _give(answer, given.format, given.out)
    except (SurveyError, SteeringError) as problem:
        sys.stderr.write(said.error(problem) + "\n")
        return RULE_BROKEN
    _tell(answer, said)
    return RULE_BROKEN if answer.broken else DONE


def _require_place(out: Path | None) -> None:
    """Refuse a place that cannot be written to before anything is done that is told only once."""
    if out is not None and (out.is_dir() or not out.parent.is_dir()):
        raise InputError("{file} kan ikke skrives: vælg en fil i en mappe, der findes.", file=out)


def _give(answer: Answer, form: str | None, out: Path | None) -> None:
    """The result, where it is wanted: JSON for programs, a table for a person at a terminal."""
    if form == "html":
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


def _tell(answer: Answer, said: Words) -> None:
    for note in answer.told:
        sys.stderr.write(said.say(note.message, **note.values) + "\n")
