"""Which commands there are, and what each is given."""

from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from datetime import date
from pathlib import Path

from models.cli import attack, imports, results, steering, surveys
from models.cli.answer import Command
from models.wording import Words

SIZES = ("S", "M", "L", "XL")
DATABASES = ("sqlite://", "postgresql://", "postgresql+psycopg://", "postgres://")
Say = Callable[[str], str]


class Shelf:
    """Commands that lie side by side."""

    def __init__(self, parser: ArgumentParser, say: Say) -> None:
        self.say = say
        self._commands = parser.add_subparsers(required=True, metavar="KOMMANDO")

    def shelf(self, name: str, told: str) -> "Shelf":
        """Commands behind a name of their own, e.g. `import`."""
        return Shelf(self._commands.add_parser(name, help=told, description=told), self.say)

    def command(self, name: str, does: Command, told: str) -> ArgumentParser:
        """One command, with a result that may be wanted as a table or as JSON."""
        parser = self.paper(name, does, told)
        _result(parser, self.say)
        return parser

    def paper(self, name: str, does: Command, told: str) -> ArgumentParser:
        """One command that writes its result itself."""
        parser = self._commands.add_parser(name, help=told, description=told)
        # Given before or after the command; after it, silence must not undo what stood before.
        _database(parser, self.say, silence=SUPPRESS)
        parser.set_defaults(command=does)
        return parser


def parser(said: Words) -> ArgumentParser:
    """The whole command line, with its help in a language."""
    say = said.say
    pejling = ArgumentParser(
        "pejling", description=say("Pejling: hvordan går det med det, politikken lovede?")
    )
    _database(pejling, say, silence=None)
    pejling.set_defaults(migrating=False, format=None, out=None)
    first = Shelf(pejling, say)
    migrate = first.command(
        "migrate", steering.migrate, say("opret databasen, eller før den ajour")
    )
    migrate.set_defaults(migrating=True)
    _imports(first.shelf("import", say("hent en fil ind: det hele eller intet")))
    _steering(first)
    _waves(first.shelf("wave", say("en undersøgelse med spørgeskema")))
    _results(first)
    _attack(first.shelf("attack", say("prøv at finde små grupper")))
    return pejling


def _database(parser: ArgumentParser, say: Say, *, silence: str | None) -> None:
    parser.add_argument(
        "--database",
        metavar="URL",
        type=_url(say),
        default=silence,
        help=say("databasen; ellers PEJLING_DATABASE_URL, ellers den indlejrede fil"),
    )


def _result(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--format",
        choices=("json", "text"),
        help=say("resultatets form; ellers tekst på en skærm og JSON til et program"),
    )
    parser.add_argument("--out", metavar="FIL", type=Path, help=say("skriv resultatet i en fil"))


def _imports(shelf: Shelf) -> None:
    say = shelf.say
    commands: tuple[tuple[str, Command, str], ...] = (
        ("units", imports.import_units, say("organisationens enheder")),
        ("targets", imports.import_targets, say("mål og udgangspunkter")),
        ("observations", imports.import_observations, say("målte værdier")),
        ("ideas", imports.import_ideas, say("ideer")),
    )
    for name, does, told in commands:
        _file(shelf.command(name, does, told), say)
    answers = shelf.command("answers", imports.import_answers, say("svar fra andre systemer"))
    answers.add_argument("wave", metavar="NAVN", help=say("undersøgelsens navn eller id"))
    _file(answers, say)


def _file(command: ArgumentParser, say: Say) -> None:
    command.add_argument("file", metavar="FIL", type=Path, help=say("CSV (UTF-8) eller XLSX"))
    command.add_argument(
        "--dry-run", action="store_true", help=say("sig, hvad der ville ske, og skriv intet")
    )


def _steering(shelf: Shelf) -> None:
    say = shelf.say
    status = shelf.command("status", steering.status, say("hvert kriteriums status på en dag"))
    _strategy(status, say, required=True)
    status.add_argument("--as-of", metavar="DATO", type=_day(say), required=True, help=say("dagen"))
    _known(status, say)
    report = shelf.paper("report", steering.report, say("den årlige status som fil"))
    _strategy(report, say, required=True)
    report.add_argument("--year", metavar="ÅR", type=_year(say), required=True, help=say("året"))
    report.add_argument("--format", choices=("html",), default="html", help=say("filens form"))
    report.add_argument(
        "--out", dest="folder", metavar="MAPPE", type=Path, default=Path(), help=say("mappen")
    )
    _known(report, say)
    themes = shelf.command("themes", steering.themes, say("saml ideerne i temaer"))
    _strategy(themes, say, required=False)
    demo = shelf.command("demo", steering.make_demo, say("en opdigtet region til at prøve i"))
    demo.add_argument("--size", choices=SIZES, default="S", help=say("hvor stor"))
    demo.add_argument("--seed", metavar="TAL", type=int, default=1, help=say("hvilken"))


def _results(shelf: Shelf) -> None:
    say = shelf.say
    release = shelf.command("release", results.release, say("frigiv en lukket undersøgelse"))
    _wave_name(release, say)
    exports = shelf.shelf("export", say("skriv i en fil, hvad der er offentliggjort"))
    export = exports.paper("release", results.export, say("en undersøgelses offentliggjorte tal"))
    _wave_name(export, say)
    export.add_argument(
        "--out", dest="file", metavar="FIL", type=Path, required=True, help=say("CSV eller JSON")
    )
    export.add_argument(
        "--format",
        dest="form",
        choices=tuple(results.FORMS),
        help=say("filens form; ellers som filens navn ender"),
    )
    reliability = shelf.command(
        "reliability", results.reliability, say("hvor sikkert undersøgelsen måler")
    )
    _wave_name(reliability, say)


def _waves(shelf: Shelf) -> None:
    say = shelf.say
    create = shelf.command("create", surveys.create, say("planlæg en undersøgelse"))
    _wave_name(create, say)
    create.add_argument("--instrument", metavar="ID", default="rik-30", help=say("spørgeskemaet"))
    create.add_argument(
        "--smallest-group", metavar="K", type=int, default=5, help=say("den mindste gruppe")
    )
    create.add_argument(
        "--approved-on", metavar="DATO", type=_day(say), help=say("dagen, MED godkendte den")
    )
    create.add_argument("--minutes", metavar="REF", default="", help=say("referatets nummer"))
    create.add_argument(
        "--closed", action="store_true", help=say("lukket med det samme: svar fra andre systemer")
    )
    _wave_name(shelf.command("open", surveys.open_wave, say("åbn en undersøgelse")), say)
    _wave_name(shelf.command("close", surveys.close, say("luk en undersøgelse")), say)
    shelf.command("list", surveys.overview, say("alle undersøgelser"))


def _attack(shelf: Shelf) -> None:
    say = shelf.say
    release = shelf.command("release", attack.release, say("hvad en fil med resultater røber"))
    release.add_argument("file", metavar="FIL", type=Path, help=say("CSV, XLSX eller JSON"))
    release.add_argument(
        "--units", metavar="FIL", type=Path, required=True, help=say("organisationens enheder")
    )
    release.add_argument(
        "--smallest-group",
        metavar="K",
        type=int,
        default=5,
        help=say("den mindste gruppe; skal gives for CSV og XLSX, når undersøgelsens er over 5"),
    )


def _wave_name(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument("name", metavar="NAVN", help=say("undersøgelsens navn eller id"))


def _strategy(parser: ArgumentParser, say: Say, *, required: bool) -> None:
    parser.add_argument("--strategy", metavar="ID", required=required, help=say("strategien"))


def _known(parser: ArgumentParser, say: Say) -> None:
    parser.add_argument(
        "--known", metavar="DATO", type=_day(say), help=say("kun hvad der var indtastet denne dag")
    )


def _url(say: Say) -> Callable[[str], str]:
    def url(text: str) -> str:
        if not text.startswith(DATABASES):
            raise ArgumentTypeError(say("skriv en adresse som sqlite:///var/pejling.db"))
        return text

    return url


def _day(say: Say) -> Callable[[str], date]:
    def day(text: str) -> date:
        try:
            return date.fromisoformat(text)
        except ValueError:
            problem = say("skriv en dato fra kalenderen som 2015-12-31")
            raise ArgumentTypeError(problem) from None

    return day


def _year(say: Say) -> Callable[[str], int]:
    def year(text: str) -> int:
        try:
            return date(int(text), 12, 31).year
        except ValueError:
            raise ArgumentTypeError(say("skriv et årstal som 2015")) from None

    return year
