"""`pejling status` and `report`: the criteria of a strategy on a day and over a year."""

from argparse import Namespace
from pathlib import Path

from models.charts.promises.counts import moved_counts
from models.cli.answer import OPERATOR, Answer, today
from models.cli.command import Argument, Command, argument, day, year
from models.services.files.note import Note
from models.services.opening import Db
from models.services.promises import scoreboard
from models.services.promises.scoreboard import ScoreboardCriterion
from models.services.promises.status_document import status_document
from models.services.year.annual_status import annual_status
from models.services.year.file import FORMATS, write_annual
from models.strategy.rule.versions.rule import CURRENT_VERSION, rule_of, versions
from models.strategy.rule.words import REASON_WORD, status_word
from models.wording import N_, Words

KNOWLEDGE_DATE = argument(
    "--known", N_("kun hvad der var indtastet denne dag"), day, metavar="DATO"
)


def strategy_argument(*, required: bool) -> Argument:
    """Declare --strategy."""
    return argument("--strategy", N_("strategien"), metavar="ID", required=required)


def status(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Assess every criterion of a strategy on a day."""
    board = scoreboard.scoreboard(
        db,
        arguments.strategy,
        as_of=arguments.as_of,
        knowledge_date=arguments.known,
        rule=rule_of(arguments.rule),
        by=OPERATOR,
    )
    header = (words.say("Kriterium"), words.say("Status"), words.say("Værdi"))
    rest = (words.say("Forventet"), words.say("Begrundelse"))
    note = Note(
        N_("Kriterier pr. {day}: {criteria}. Uden mål: {without}. Med flyttet frist: {moved}."),
        {
            "criteria": len(board.standings),
            "day": board.as_of.isoformat(),
            "without": board.without_target,
            "moved": moved_counts(board.standings)[0],
        },
    )
    rows = (_row(standing, words) for standing in board.standings)
    return Answer(status_document(board), ((*header, *rest), *rows), (note,))


def _row(standing: ScoreboardCriterion, words: Words) -> tuple[str, ...]:
    assessment = standing.assessment
    return (
        standing.criterion.id,
        words.say(status_word(assessment)),
        words.number(assessment.value),
        words.number(assessment.expected),
        words.say(REASON_WORD[assessment.reason]),
    )


STATUS = Command(
    "status",
    status,
    N_("hvert kriteriums status på en dag"),
    (
        strategy_argument(required=True),
        argument("--as-of", N_("dagen"), day, metavar="DATO", required=True),
        KNOWLEDGE_DATE,
        argument(
            "--rule",
            N_("reglens version"),
            metavar="VERSION",
            choices=versions(),
            default=CURRENT_VERSION,
        ),
    ),
)


def report(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Write the annual status of a strategy as a file in a folder."""
    annual = annual_status(
        db,
        arguments.strategy,
        arguments.year,
        knowledge_date=arguments.known or today(),
        by=OPERATOR,
    )
    path = write_annual(db, annual, arguments.folder, words, form=arguments.form, by=OPERATOR)
    return Answer(None, notes=(Note(N_("Den årlige status er skrevet: {file}"), {"file": path}),))


REPORT = Command(
    "report",
    report,
    N_("den årlige status som fil"),
    (
        strategy_argument(required=True),
        argument("--year", N_("året"), year, metavar="ÅR", required=True),
        argument(
            "--format", N_("filens form"), dest="form", choices=tuple(FORMATS), default="html"
        ),
        argument("--out", N_("mappen"), Path, dest="folder", metavar="MAPPE", default=Path()),
        KNOWLEDGE_DATE,
    ),
    has_result=False,
)
