"""`pejling status`, `report`, `themes`, `demo`, `migrate`: what is known and what it is made of."""

import sys
from argparse import Namespace

from models.cli.answer import OPERATOR, Answer, today
from models.services import ideas
from models.services.demo import region
from models.services.files.sheets import Note
from models.services.opening import Db
from models.services.promises import scoreboard as standings
from models.services.promises.scoreboard import ScoreboardCriterion
from models.services.year import annual_status
from models.services.year.file import write_annual
from models.strategy.rule.words import REASON_WORD, status_word
from models.wording import N_, Words


def status(db: Db, given: Namespace, said: Words) -> Answer:
    """How every criterion of a strategy stands on a day."""
    board = standings.scoreboard(db, given.strategy, as_of=given.as_of, knowledge_date=given.known)
    header = (said.say("Kriterium"), said.say("Status"), said.say("Værdi"), said.say("Forventet"))
    told = Note(
        N_("{criteria} kriterier pr. {day}; {without} uden fastsat mål"),
        {
            "criteria": len(board.standings),
            "day": board.as_of.isoformat(),
            "without": board.without_target,
        },
    )
    rows = (_line(standing, said) for standing in board.standings)
    return Answer(
        standings.status_document(board), ((*header, said.say("Begrundelse")), *rows), (told,)
    )


def _line(standing: ScoreboardCriterion, said: Words) -> tuple[str, ...]:
    found = standing.assessment
    return (
        standing.criterion.id,
        said.say(status_word(found)),
        said.number(found.value),
        said.number(found.expected),
        said.say(REASON_WORD[found.reason]),
    )


def report(db: Db, given: Namespace, said: Words) -> Answer:
    """The annual status on paper."""
    year = annual_status.annual_status(
        db, given.strategy, given.year, knowledge_date=given.known or today()
    )
    path = write_annual(db, year, given.folder, said)
    told = Note(N_("Den årlige status er skrevet: {file}"), {"file": path})
    return Answer(None, told=(told,))


def themes(db: Db, given: Namespace, said: Words) -> Answer:
    """Group the ideas by what they are about."""
    grouping = ideas.group_ideas(db, by=OPERATOR, strategy_id=given.strategy)
    document = {
        "themes": [
            {
                "theme_id": theme.id,
                "name": theme.name,
                "terms": list(theme.terms),
                "size": len(theme.idea_ids),
                "strategy_theme": theme.strategy_theme,
            }
            for theme in grouping.themes
        ],
        "assignments": [
            {"idea_id": idea_id, "theme_id": theme_id, "fit": fit}
            for idea_id, (theme_id, fit) in grouping.assignments.items()
        ],
    }
    header = (said.say("Tema"), said.say("Ideer"), said.say("Kendeord"))
    rows = (
        (theme.name, str(len(theme.idea_ids)), ", ".join(theme.terms)) for theme in grouping.themes
    )
    told = Note(
        N_("{ideas} ideer er samlet i {themes} temaer"),
        {"ideas": len(grouping.assignments), "themes": len(grouping.themes)},
    )
    return Answer(document, (header, *rows), (told,))


def make_demo(db: Db, given: Namespace, said: Words) -> Answer:
    """An invented region, for trying things out."""

    def progress(done: int, steps: int, what: str) -> None:
        sys.stderr.write(f"{done}/{steps} {said.say(what)}\n")

    region.make_region(db, given.size, seed=given.seed, on=today(), by=OPERATOR, progress=progress)
    told = Note(N_("En opdigtet region i størrelse {size} er lagt ind"), {"size": given.size})
    return Answer({"size": given.size, "seed": given.seed, "invented": True}, told=(told,))


def migrate(_db: Db, _given: Namespace, _said: Words) -> Answer:
    """Nothing is left to do: the database was brought up to date when it was opened."""
    return Answer({"migrated": True}, told=(Note(N_("Databasen er ført ajour"), {}),))
