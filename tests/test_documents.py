"""Whatever a document or a docstring points to is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md")]
)
CODE = sorted(
    path
    for room in ("survey", "models", "pages", "tests", "benchmarks")
    for path in (ROOT / room).rglob("*.py")
)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
# A path from the top of the project: `models/access.py`, survey/instruments/*.yaml.
# Any other document counts too, wherever it is said to lie.
PLACE = re.compile(
    r"(?<![\w./-])(?:(?:survey|models|pages|tests|docs|benchmarks|deploy)/[\w./*<>{},-]*[\w*/]"
    r"|(?:[\w-]+/)+[\w-]+\.md\b)"
)
# A dotted name of a module or of something in it: `survey.statistics.change.changes`.
DOTTED = re.compile(r"`((?:survey|models|pages|tests|benchmarks)(?:\.\w+)+)`")
NOT_BUILT = re.compile(r"<!-- not built yet -->.*?<!-- built -->", re.DOTALL)
# Five minutes at the usual pace, names and paths counted as words.
MOST_WORDS = 5 * 200
ABSENT_ON_PURPOSE = re.compile(r"[<>{}]")


def named(path):
    return str(path.relative_to(ROOT))


def anchors(path):
    """The anchors of a document's headings, as forges make them."""
    headings = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", text.lower()).strip().replace(" ", "-") for text in headings}


def is_there(place):
    place = place.rstrip("/")
    return bool(list(ROOT.glob(place))) if "*" in place else (ROOT / place).exists()


def missing_places(text):
    return [
        place
        for place in PLACE.findall(text)
        if not ABSENT_ON_PURPOSE.search(place) and not is_there(place.rstrip(".,"))
    ]


def names_of(node):
    """The names that a statement defines; an import defines none."""
    if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    return {target.id for target in targets if isinstance(target, ast.Name)}


def defines(body, names):
    """Whether the first name is defined in a body, the next one in that class, and so on."""
    if not names:
        return True
    nodes = [node for node in body if names[0] in names_of(node)]
    return any(defines(getattr(node, "body", []), names[1:]) for node in nodes)


def leads_somewhere(dotted):
    """Whether a dotted name is a module, or a name that its module defines and not imports."""
    parts = dotted.split(".")
    for end in range(len(parts), 0, -1):
        module = ROOT.joinpath(*parts[:end])
        if module.is_dir() and end == len(parts):
            return True
        path = module.with_suffix(".py")
        if path.exists():
            return defines(ast.parse(path.read_text(encoding="utf-8")).body, parts[end:])
    return False


def words_of(path):
    """The docstrings and comments of a module."""
    text = path.read_text(encoding="utf-8")
    strings = [
        ast.get_docstring(node) or ""
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return "\n".join([*strings, *re.findall(r"^\s*# (.*)$", text, re.MULTILINE)])


def test_a_name_that_a_module_only_imports_is_not_defined_there():
    assert leads_somewhere("survey.release.cells.FIGURES")
    assert leads_somewhere("survey.release.figure.Figure.interval")
    assert not leads_somewhere("survey.release.build.FIGURES")
    assert not leads_somewhere("survey.release.figure.Figure.median")


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_link_of_a_document_leads_somewhere(path):
    broken = []
    for link in LINK.findall(path.read_text(encoding="utf-8")):
        if re.match(r"[a-z]+:", link):
            continue
        file, _, anchor = link.partition("#")
        target = (path.parent / file) if file else path
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert broken == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=named)
def test_every_path_that_a_document_names_exists(path):
    text = NOT_BUILT.sub("", LINK.sub("", path.read_text(encoding="utf-8")))
    assert missing_places(text) == []
    assert [name for name in DOTTED.findall(text) if not leads_somewhere(name)] == []


def test_every_path_that_code_cites_exists():
    texts = {named(path): words_of(path) for path in CODE}
    broken = {
        name: [*missing_places(text), *(d for d in DOTTED.findall(text) if not leads_somewhere(d))]
        for name, text in texts.items()
    }
    assert {name: places for name, places in broken.items() if places} == {}


def test_every_room_stands_in_the_picture_of_the_house():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = {
        path.parent.name
        for floor in ("survey", "models", "pages")
        for path in (ROOT / floor).glob("*/__init__.py")
    }
    assert {room for room in rooms if f"{room}/" not in text} == set()


def test_the_architecture_is_read_in_five_minutes():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert sum(any(map(str.isalnum, word)) for word in text.split()) <= MOST_WORDS
