"""The whole command line: the declared commands, put on a parser."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import Any

from models.cli import (
    attack,
    exports,
    ideas,
    imports,
    installation,
    reminders,
    results,
    steering,
    surveys,
    upkeep,
)
from models.cli.command import Argument, Command, Group, argument
from models.errors import InputError
from models.wording import N_, Words
from survey.plain_text import plain

URLS = ("sqlite://", "postgresql://", "postgresql+psycopg://", "postgres://")

COMMANDS: tuple[Command | Group, ...] = (
    installation.MIGRATE,
    imports.GROUP,
    steering.STATUS,
    steering.REPORT,
    ideas.THEMES,
    installation.DEMO,
    installation.SECRET,
    upkeep.BACKUP,
    upkeep.RESTORE,
    upkeep.CHECK,
    reminders.REMIND,
    surveys.GROUP,
    results.RELEASE,
    exports.GROUP,
    results.RELIABILITY,
    attack.GROUP,
)


def url(text: str) -> str:
    """Return the address of a database; raises InputError for another kind of address."""
    if not text.startswith(URLS):
        raise InputError("skriv en adresse som sqlite:///var/pejling.db")
    return text


DATABASE = argument(
    "--database",
    N_("databasen; ellers PEJLING_DATABASE_URL, ellers den indlejrede fil"),
    url,
    metavar="URL",
)
RESULT = (
    argument(
        "--format",
        N_("resultatets form; ellers tekst på en skærm og JSON til et program"),
        choices=("json", "text"),
    ),
    argument("--out", N_("skriv resultatet i en fil"), Path, metavar="FIL"),
)


def parser(words: Words) -> ArgumentParser:
    """The whole command line, with its help in a language."""
    pejling = ArgumentParser(
        "pejling", description=words.say("Pejling: hvordan går det med det, politikken lovede?")
    )
    _add(pejling, DATABASE, words)
    pejling.set_defaults(format=None, out=None)
    _add_commands(pejling, COMMANDS, words)
    return pejling


def _add_commands(above: ArgumentParser, commands: Iterable[Command | Group], words: Words) -> None:
    parsers = above.add_subparsers(required=True, metavar="KOMMANDO")
    for command in commands:
        about = words.say(command.about)
        below = parsers.add_parser(command.name, help=about, description=about)
        if isinstance(command, Group):
            _add_commands(below, command.commands, words)
        else:
            _add_command(below, command, words)


def _add_command(below: ArgumentParser, command: Command, words: Words) -> None:
    # --database may stand before or after the command; where it is left out after the command,
    # a default would undo what stood before it.
    _add(below, DATABASE, words, default=SUPPRESS)
    for each in (*(RESULT if command.has_result else ()), *command.arguments):
        _add(below, each, words)
    below.set_defaults(
        command=command.run, migrating=command.migrating, needs_database=command.needs_database
    )


def _add(below: ArgumentParser, declared: Argument, words: Words, **options: Any) -> None:  # noqa: ANN401 - as argparse takes them
    if declared.read is not None:
        options["type"] = _in_language(declared.read, words)
    elif "action" not in declared.options:
        options["type"] = plain
    below.add_argument(declared.name, help=words.say(declared.about), **declared.options, **options)


def _in_language(read: Callable[[str], object], words: Words) -> Callable[[str], object]:
    """The reader, whose broken rules argparse can show in a language."""

    @wraps(read)
    def translated(text: str) -> object:
        try:
            return read(text)
        except InputError as problem:
            raise ArgumentTypeError(words.error(problem)) from None

    return translated
