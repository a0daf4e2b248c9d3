"""A command as its module declares it: its name, its arguments and the function that runs it."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.cli.answer import Answer
from models.errors import InputError
from models.services.opening import Db
from models.wording import N_, Words

Run = Callable[[Db, Namespace, Words], Answer]


@dataclass(frozen=True)
class Argument:
    """An argument of a command; about: a marked sentence for --help.

    read: text -> value; it raises InputError, or ValueError where argparse's own message will do.
    options: everything else that `ArgumentParser.add_argument` takes.
    """

    name: str
    about: str
    read: Callable[[str], object] | None
    options: Mapping[str, Any]


@dataclass(frozen=True)
class Command:
    """A command and the function that runs it; about: a marked sentence for --help.

    has_result: the command takes --format and --out for its answer; if not, it writes a file.
    migrating: a database on a server is brought up to date first. needs_database: without it the
    command gets an empty database in memory, which is gone with the command; the address of the
    real one is in `arguments.database` all the same.
    """

    name: str
    run: Run
    about: str
    arguments: tuple[Argument, ...] = ()
    has_result: bool = True
    migrating: bool = False
    needs_database: bool = True


@dataclass(frozen=True)
class Group:
    """Commands behind a name of their own, e.g. `import`; about: a marked sentence for --help."""

    name: str
    about: str
    commands: tuple[Command, ...]


def argument(
    name: str, about: str, read: Callable[[str], object] | None = None, **options: object
) -> Argument:
    """Declare an argument; options as `ArgumentParser.add_argument` takes them."""
    return Argument(name, about, read, options)


def day(text: str) -> date:
    """Return a day written as 2015-12-31; raises InputError."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InputError("skriv en dato fra kalenderen som 2015-12-31") from None


def year(text: str) -> int:
    """Return a year of the calendar; raises InputError."""
    try:
        return date(int(text), 12, 31).year
    except ValueError:
        raise InputError("skriv et årstal som 2015") from None


WAVE_NAME = argument("name", N_("undersøgelsens navn eller id"), metavar="NAVN")
