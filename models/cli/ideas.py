"""`pejling themes`: the ideas, grouped by what they are about."""

from argparse import Namespace

from models.cli.answer import OPERATOR, Answer
from models.cli.command import Command
from models.cli.steering import strategy_argument
from models.services import ideas
from models.services.files.note import Note
from models.services.opening import Db
from models.wording import N_, Words


def themes(db: Db, arguments: Namespace, words: Words) -> Answer:
    """Group all ideas into themes and store the grouping."""
    grouping = ideas.group_ideas(db, by=OPERATOR, strategy_id=arguments.strategy)
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
    header = (words.say("Tema"), words.say("Idéer"), words.say("Kendeord"))
    rows = (
        (theme.name, str(len(theme.idea_ids)), ", ".join(theme.terms)) for theme in grouping.themes
    )
    note = Note(
        N_("Samlede idéer: {ideas}. Temaer: {themes}."),
        {"ideas": len(grouping.assignments), "themes": len(grouping.themes)},
    )
    return Answer(document, (header, *rows), (note,))


THEMES = Command(
    "themes", themes, N_("saml idéerne i temaer"), (strategy_argument(required=False),)
)
