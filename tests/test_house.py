"""The rules of the house that the import contracts cannot see."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "pages"
AUDIENCES = ("department", "leadership", "committee", "steward")
SCRIPTS = sorted(
    path
    for audience in AUDIENCES
    for path in (PAGES / audience).glob("*.py")
    if path.name != "__init__.py"
)
MODULES = sorted(
    path
    for room in ("survey", "models", "pages")
    for path in (ROOT / room).rglob("*.py")
    if "versions" not in path.parts
)
LONGEST_PAGE, LONGEST_MODULE = 60, 250


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


def named(path):
    return str(path.relative_to(ROOT))


def test_the_top_level_holds_only_what_the_owner_fixed_and_tool_files():
    allowed = {"app.py", "pages", "survey", "models", "tests", "requirements.txt", "README.md"}
    tools = {
        "docs",
        "benchmarks",
        "deploy",
        "pyproject.toml",
        "Makefile",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "LICENSE",
    }
    untracked = {"var", "build", "pejling.egg-info"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert found - allowed - tools - untracked == set()


def test_no_script_lies_directly_in_pages_but_the_main_one():
    assert {path.name for path in PAGES.glob("*.py")} == {"__init__.py", "main.py"}


def test_page_names_are_unique_for_they_are_the_addresses():
    names = [path.stem for path in SCRIPTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_page_is_a_short_script_without_functions(path):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert not any(isinstance(node, kinds) for node in ast.walk(tree(path)))
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


@pytest.mark.parametrize("path", [ROOT / "app.py", PAGES / "main.py"], ids=named)
def test_the_front_door_is_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_PAGE


@pytest.mark.parametrize("path", MODULES, ids=named)
def test_a_module_opens_with_its_sign_and_stays_in_one_room(path):
    assert ast.get_docstring(tree(path)), "no sign on the door"
    assert len(lines(path)) <= LONGEST_MODULE


def test_only_storage_imports_the_rows_of_storage():
    strangers = [
        f"{named(path)}: {name.name}"
        for path in MODULES
        if "storage" not in path.parts
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("models.storage")
        for name in node.names
        if name.name.endswith("Row")
    ]
    assert strangers == []


def test_a_table_of_the_database_ends_in_row():
    tables = [
        node.name
        for path in (ROOT / "models/storage").rglob("*.py")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and "__tablename__" in ast.unparse(node)
    ]
    assert tables
    assert [name for name in tables if not name.endswith("Row")] == []


def test_no_silenced_check_goes_without_its_reason():
    silenced = [
        f"{named(path)}: {line.strip()}"
        for path in MODULES
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.rstrip().endswith(("type: ignore", "# noqa", "no cover"))
    ]
    assert silenced == []


def test_no_wall_has_an_exception():
    assert "ignore_imports" not in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_drawers_for_everything_do_not_exist():
    drawers = {"utils", "helpers", "common", "core", "misc"}
    assert [named(path) for path in MODULES if drawers & {path.stem, *path.parts}] == []
