"""Every service that writes leaves a line in the trace, or stands here with its reason.

What comes through a respondent's door has no `by=` and leaves none; a backup and its restoring
leave the trace as it was. Read from the code: a service writes where a function of the storage that
it calls, itself or by others, changes the database; it leaves a line where it comes to `trace.add`.
"""

import ast
from functools import cache
from pathlib import Path

from tests.models.services.rights import ASKS, SERVICES

ROOT = Path(__file__).parents[3]
ROOMS = ("models/services", "models/storage")
# What changes rows: SQLAlchemy's words, our own ways of writing, and a session's own rows.
CHANGES = {
    *(f"sqlalchemy.{name}" for name in ("insert", "update", "delete")),
    *(f"models.storage.sql.upsert.{name}" for name in ("upsert", "add_once")),
    *(f"models.storage.sql.bulk.{name}" for name in ("add_rows", "copy_rows")),
    "db.flush",
}
LINE = "models.storage.steering.trace.add"
# The trace itself is no change that leaves a line; how rows are written says nothing of which.
APART = (LINE.rpartition(".")[0], "models.storage.sql.")

RESPONDENT = "what a respondent does leaves no trace: no clock, no order, no name"
IDEA = "an idea has a unit and a day, and no clock and no order that would lead to who sent it"
INVENTED = "what invented respondents say is kept as what real ones say"
WHOLE = "the database is what it was when it was backed up, its trace too"
UNTRACED = {
    "demo.comments.keep_comments": INVENTED,
    "idea_changes.receipt": IDEA,
    "idea_changes.rewrite": IDEA,
    "idea_changes.take_back": IDEA,
    "ideas.suggest": IDEA,
    "upkeep.backup.restore": WHOLE,
    "waves.own_answers.own_link": RESPONDENT,
}


@cache
def functions():
    """Full name of each function -> (its module's imports, its syntax)."""
    return {
        f"{module}.{node.name}": (module, node)
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        if not path.is_relative_to(ROOT / "models/storage/migrations")
        for module in [".".join(path.relative_to(ROOT).with_suffix("").parts)]
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    }


@cache
def imports_of(module):
    tree = ast.parse((ROOT / Path(*module.split("."))).with_suffix(".py").read_text("utf-8"))
    return {
        alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


@cache
def called_by(name):
    """The full names that a function names; a plain word where it is not ours."""
    module, node = functions()[name]
    imports, names = imports_of(module), set()
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            names.add(f"{imports.get(part.value.id, part.value.id)}.{part.attr}")
        elif isinstance(part, ast.Name):
            names.add(imports.get(part.id, f"{module}.{part.id}"))
    return names


@cache
def reached_from(name):
    """Every function that a function comes to, itself among them."""
    waiting, reached = [name], set()
    while waiting:
        function = waiting.pop()
        if function in reached or function not in functions():
            continue
        reached.add(function)
        waiting.extend(called_by(function))
    return reached


def writes(name):
    return any(
        CHANGES & called_by(function)
        for function in reached_from(name)
        if function.startswith("models.storage") and not function.startswith(APART)
    )


def full(place):
    return f"models.services.{place}"


WRITING = {place for place in SERVICES if full(place) in functions() and writes(full(place))}


def test_what_writes_is_recognised_by_the_code():
    assert {"promises.targets.set_target", "waves.lifecycle.approve"} <= WRITING
    assert not {"promises.scoreboard.scoreboard", "due.due", "trace.log.log"} & WRITING


def test_a_service_that_writes_leaves_a_line_or_says_why_not():
    lineless = {place for place in ASKS.keys() & WRITING if LINE not in reached_from(full(place))}
    assert lineless == UNTRACED.keys()
