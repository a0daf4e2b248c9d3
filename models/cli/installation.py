"""`pejling migrate`, `demo` and `secret`: the database of an installation, and its secret."""

import sys
from argparse import Namespace

from models import secret
from models.cli.answer import OPERATOR, Answer, today
from models.cli.command import Command, argument
from models.services.demo import region
from models.services.files.note import Note
from models.services.opening import Db
from models.wording import N_, Words

SIZES = ("S", "M", "L", "XL")


def migrate(_db: Db, _arguments: Namespace, _words: Words) -> Answer:
    """Answer that the database is up to date; opening it with `migrating` has made it so."""
    return Answer({"migrated": True}, notes=(Note(N_("Databasen er ført ajour"), {}),))


MIGRATE = Command("migrate", migrate, N_("opret databasen, eller før den ajour"), migrating=True)


def make_secret(_db: Db, _arguments: Namespace, _words: Words) -> Answer:
    """Answer with a new secret for the cookies of those who sign in."""
    text = secret.new()
    return Answer({"secret": text}, ((text,),))


SECRET = Command(
    "secret",
    make_secret,
    N_("en tilfældig hemmelighed til PEJLING_OIDC_COOKIE_SECRET"),
    needs_database=False,
)


def make_demo(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Fill an empty database with an invented region; each step is written as it begins."""

    def progress(done: int, steps: int, what: str) -> None:
        sys.stderr.write(f"{done}/{steps} {words.say(what)}\n")

    size, seed = arguments.size, arguments.seed
    region.make_region(db, size, seed=seed, on=today(), by=OPERATOR, progress=progress)
    note = Note(N_("En opdigtet region i størrelse {size} er lagt ind"), {"size": size})
    return Answer({"size": size, "seed": seed, "invented": True}, notes=(note,))


DEMO = Command(
    "demo",
    make_demo,
    N_("en opdigtet region til at prøve i"),
    (
        argument("--size", N_("regionens størrelse"), choices=SIZES, default="S"),
        argument(
            "--seed", N_("et tal: det samme giver den samme region"), int, metavar="TAL", default=1
        ),
    ),
)
