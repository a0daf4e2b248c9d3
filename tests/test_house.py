"""The rules of the house that the import contracts cannot see."""

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from tests.markdown_rule import unsafe_calls

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "pages"
AUDIENCES = ("department", "leadership", "committee", "steward")
SCRIPTS = sorted(
    path
    for audience in AUDIENCES
    for path in (PAGES / audience).glob("*.py")
    if path.name != "__init__.py"
)
OURS = {"survey", "models", "pages", "tests", "benchmarks"}
MODULES = sorted(
    path
    for room in ("survey", "models", "pages")
    for path in (ROOT / room).rglob("*.py")
    if "versions" not in path.parts
)
TESTS = sorted(path for room in ("tests", "benchmarks") for path in (ROOT / room).rglob("*.py"))
# Where others' text is made harmless, and where tables are drawn of such texts.
HARMLESS_HERE = {"pages/shell/wording.py", "pages/parts/text_table.py"}
# Migrations are one file for each change of the database, in the order they were made.
FOLDERS = sorted({path.parent for path in MODULES})
LONGEST_PAGE, LONGEST_MODULE = 60, 250
MOST_MODULES = 15
# Pronouns and participles: they say that something was done, and not what the thing is.
BANNED = {"one", "ones", "told", "found", "shown", "known", "kept", "held", "said"}
BANNED |= {"valued", "judged", "wanted", "spoken", "heaps", "made", "asked", "given", "sent"}
BANNED |= {"taken", "drawn", "joined", "stored", "begun", "seen", "heard", "written", "fed"}
# A docstring names what comes out; "Whether" is its opening for a bool.
QUESTIONS = ("What ", "Why ", "How ", "Who ", "Which ", "When ", "Where ")
# The two doors through which pages and the command line are handed a database, which they may not
# import: what is handed on there is the type of it.
HANDED_ON = {"models.services.opening.Db", "pages.shell.database.Db"}
DOORS = {"models/services/opening.py", "pages/shell/database.py"}


def lines(path):
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@cache
def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path):
    return tuple(ast.walk(tree(path)))


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
    entries = {path.name for path in ROOT.iterdir() if not path.name.startswith((".", "__"))}
    assert entries - allowed - tools - untracked == set()


def test_no_script_lies_directly_in_pages_but_the_main_one():
    assert {path.name for path in PAGES.glob("*.py")} == {"__init__.py", "main.py"}


def test_page_names_are_unique_for_they_are_the_addresses():
    names = [path.stem for path in SCRIPTS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", SCRIPTS, ids=named)
def test_a_page_is_a_short_script_without_functions(path):
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    assert not any(isinstance(node, kinds) for node in nodes(path))
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
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("models.storage")
        for name in node.names
        if name.name.endswith("Row")
    ]
    assert strangers == []


def test_a_table_of_the_database_ends_in_row():
    tables = [
        node.name
        for path in (ROOT / "models/storage").rglob("*.py")
        for node in nodes(path)
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


def names_of(path):
    """The name of a module, and of every parameter, function, method and class in it."""
    yield path.stem
    for node in nodes(path):
        if isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name


def bindings_of(path):
    """Every name that a module binds anywhere, fields and locals included.

    Without the members of an enumeration: a promise may well be in the state KEPT.
    """
    members = {
        id(target)
        for node in nodes(path)
        if isinstance(node, ast.ClassDef) and any(ast.unparse(b) == "StrEnum" for b in node.bases)
        for line in node.body
        if isinstance(line, ast.Assign)
        for target in line.targets
    }
    for node in nodes(path):
        if (
            isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Store)
            and id(node) not in members
        ):
            yield node.id


def broken(rule, paths):
    """The modules that break a rule, each with what breaks it."""
    breaches = {named(path): sorted(rule(path)) for path in paths}
    return {name: names for name, names in breaches.items() if names}


def banned_names(path):
    names = {*names_of(path), *bindings_of(path)}
    return {name for name in names if name.strip("_").lower() in BANNED}


def questioning_docstrings(path):
    """The functions and classes whose docstring opens with a question word."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    documented = [node for node in nodes(path) if isinstance(node, kinds)]
    return {
        node.name for node in documented if (ast.get_docstring(node) or "").startswith(QUESTIONS)
    }


def renaming_imports(path):
    return [
        f"{alias.name} as {alias.asname}"
        for node in nodes(path)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.asname and (getattr(node, "module", None) or alias.name).split(".")[0] in OURS
    ]


def defines(package, name):
    """Whether a name is a module in a package, or is defined in it rather than imported into it."""
    place = ROOT / Path(*package.split("."))
    if (place / f"{name}.py").exists() or (place / name).is_dir():
        return True
    path = place.with_suffix(".py") if place.with_suffix(".py").exists() else place / "__init__.py"
    imports = [n for n in tree(path).body if isinstance(n, ast.ImportFrom | ast.Import)]
    return all(name not in {a.asname or a.name for a in node.names} for node in imports)


def borrowed_names(path):
    return [
        f"{node.module}.{alias.name}"
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] in OURS
        for alias in node.names
        if f"{node.module}.{alias.name}" not in HANDED_ON and not defines(node.module, alias.name)
    ]


def test_no_pronoun_or_participle_is_a_name():
    assert broken(banned_names, [*MODULES, *TESTS]) == {}


def test_no_docstring_opens_with_a_question():
    assert broken(questioning_docstrings, [*MODULES, *TESTS]) == {}


def test_an_import_of_ours_keeps_its_name():
    assert broken(renaming_imports, [*MODULES, *TESTS]) == {}


def test_nothing_is_re_exported():
    lists = {named(path) for path in MODULES if "\n__all__" in path.read_text(encoding="utf-8")}
    assert lists == DOORS
    assert broken(borrowed_names, [*MODULES, *TESTS]) == {}


def test_no_text_of_others_is_read_as_markdown():
    rooms = [path for path in MODULES if PAGES in path.parents and "respond" not in path.parts]
    paths = [path for path in rooms if named(path) not in HARMLESS_HERE]
    trees = tuple(tree(path) for path in paths)
    assert broken(lambda path: unsafe_calls(tree(path), trees), paths) == {}


def test_every_table_of_texts_is_drawn_in_one_place():
    tables = {named(path) for path in MODULES if "st.table(" in path.read_text(encoding="utf-8")}
    assert tables == {"pages/parts/text_table.py"}


def test_the_rule_of_markdown_knows_what_is_harmless():
    harmless = (
        "st.markdown(_('Svar'))",
        "st.markdown(f'**{_(WORD[kind])}** · {markdown_escaped(unit.name)}')",
        "left.caption(say('{unit}', unit=unit.name))",
        "names = [markdown_escaped(n) for n in units]; st.info(', '.join(names))",
    )
    of_others = (
        "st.markdown(unit.name)",
        "st.subheader(f'{number}. {unit.name}')",
        "left.caption(_('{unit}', unit=unit.name))",
        "title = unit.name; st.expander(title)",
        "st.radio(_('Svar'), units, format_func=lambda unit: unit.name)",
        "Markdown(unit.name)",
    )
    calls = {line: list(unsafe_calls(ast.parse(line), ())) for line in (*harmless, *of_others)}
    assert {line for line, unsafe in calls.items() if unsafe} == set(of_others)


@pytest.mark.parametrize("folder", FOLDERS, ids=named)
def test_a_folder_is_a_room_and_not_a_corridor(folder):
    modules = [path.name for path in folder.glob("*.py") if path.name != "__init__.py"]
    assert len(modules) <= MOST_MODULES


def test_a_class_is_styled_by_the_sheet_of_one_subject():
    """A class that two subjects' sheets style is two things with one name: one breaks the other."""
    owners = defaultdict(set)
    for sheet in (PAGES / "static" / "styles").glob("*.css"):
        if sheet.stem in {"frame", "tables", "forms"}:
            continue
        rules = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL)
        for selector in re.findall(r"[^{},;]+(?=[^{};]*\{)", rules):
            classes = re.findall(r"\.([\w-]+)", re.split(r"[\s>+~]", selector.strip())[0])
            if len(classes) == 1 and classes[0].startswith("pj-"):
                owners[classes[0]].add(sheet.name)
    twice = {name: sheets for name, sheets in owners.items() if len(sheets) > 1}
    assert owners
    assert not twice
