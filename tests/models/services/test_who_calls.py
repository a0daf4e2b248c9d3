"""Services that check no right are called only from where none is needed."""

import ast
from functools import cache
from pathlib import Path

from pages.respond import own_answer
from pages.shell import local_mode
from pages.shell.server import sign_in_wall
from tests.models.services.rights import DOORS, SERVICES, STEPS

ROOT = Path(__file__).parents[3]


def module_of(path):
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def imports_of(path):
    """Name in the module -> what it imports, with its full name."""
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    }


def services_named_in(path):
    """The services that a module imports, or names as an attribute of a module it imports."""
    imports = imports_of(path)
    full_names = set(imports.values())
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute):
            whose = ast.unparse(node.value)
            full_names.add(f"{imports.get(whose, whose)}.{node.attr}")
    return {name.removeprefix("models.services.") for name in full_names} & SERVICES.keys()


def reached_without_sign_in():
    """The modules of pages that app.py imports, directly or not; main.py is run by Streamlit."""
    waiting, reached = [ROOT / "app.py"], set()
    while waiting:
        path = waiting.pop()
        reached.add(path)
        for name in imports_of(path).values():
            package, _dot, _name = name.rpartition(".")
            for module in (name, package):
                file = (ROOT / Path(*module.split("."))).with_suffix(".py")
                if module.startswith("pages.") and file.exists() and file not in reached:
                    waiting.append(file)
    return reached


def test_only_services_call_what_asks_nobody():
    outside = [*(ROOT / "pages").rglob("*.py"), *(ROOT / "models/cli").rglob("*.py")]
    callers = {module_of(path): services_named_in(path) & STEPS for path in outside}
    assert {module: names for module, names in callers.items() if names} == {}


# Its address is none of those open to all, so the walls ask who comes before it does.
BEHIND_THE_WALL = {"pages.respond.own_answer"}


def test_what_leads_from_the_dashboard_to_the_questionnaire_is_behind_the_wall():
    for wall in (local_mode, sign_in_wall):
        assert not wall.is_open_to_all(own_answer.PLACE)


def test_what_answers_without_a_sign_in_calls_no_service_that_needs_a_person():
    reached = reached_without_sign_in()
    services = {module_of(path): services_named_in(path) - DOORS.keys() for path in reached}
    assert services.keys() >= BEHIND_THE_WALL
    services = {name: asks for name, asks in services.items() if name not in BEHIND_THE_WALL}
    assert {"app", "pages.respond.questionnaire", "pages.shell.readiness"} <= services.keys()
    assert {module: names for module, names in services.items() if names} == {}
