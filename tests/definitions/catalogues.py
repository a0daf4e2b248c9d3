"""Collects everything the program says and brings the catalogues up to date: `make wording`."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from models.wording import HERE, LANGUAGES

ROOT = Path(__file__).parents[2]
SPEAKERS = {"_", "N_", "say"}
GAP = re.compile(r"\{(\w+)[^}]*\}")


def sources(pattern: str) -> list[Path]:
    """The files of the three floors that match, in a fixed order."""
    rooms = (ROOT / "survey", ROOT / "models", ROOT / "pages")
    return sorted(path for room in rooms for path in room.rglob(pattern))


def tree(path: Path) -> ast.Module:
    """A module's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


def error_classes() -> set[str]:
    """Everything that derives from SpokenError: its first argument is said to people."""
    spoken, found = {"SpokenError"}, True
    nodes = [node for path in sources("*.py") for node in ast.walk(tree(path))]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    while found:
        found = False
        for node in classes:
            bases = {base.id for base in node.bases if isinstance(base, ast.Name)}
            if bases & spoken and node.name not in spoken:
                spoken.add(node.name)
                found = True
    return spoken


def called(node: ast.Call) -> str:
    """The name a call calls by: `say` for both say(...) and words.say(...)."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def said_in_code() -> Iterator[tuple[str, str]]:
    """Read from the syntax, for a sentence may stand inside an f-string."""
    speakers = SPEAKERS | error_classes()
    for path in sources("*.py"):
        for node in ast.walk(tree(path)):
            match node:
                case ast.Call(args=[said, *_]) if called(node) in speakers:
                    for text in spoken_texts(said):
                        yield text, str(path.relative_to(ROOT))


def spoken_texts(said: ast.expr) -> Iterator[str]:
    """The sentence an argument stands for, or both where one of two is chosen."""
    match said:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from (*spoken_texts(one), *spoken_texts(other))


def said_in_templates() -> Iterator[tuple[str, str]]:
    """What the templates say, in the way Babel reads them."""
    keywords = dict.fromkeys(SPEAKERS)
    for path in sources("*.j2"):
        with path.open("rb") as file:
            for _, message, _, _ in extract("jinja2.ext:babel_extract", file, keywords=keywords):
                yield str(message), str(path.relative_to(ROOT))


def sentences() -> Iterator[tuple[str, str]]:
    """Every (sentence, file it stands in)."""
    for text, place in (*said_in_code(), *said_in_templates()):
        if text:
            yield text, place


def template() -> Catalog:
    """All sentences with the files they stand in."""
    catalog = Catalog(project="Pejling", version="0", charset="utf-8")
    for text, place in sentences():
        catalog.add(text, locations=[(place, None)])
    return catalog


def catalogue(language: str) -> Catalog:
    """The catalogue of a language as it lies on the disk; empty when there is none yet."""
    path = HERE / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language, project="Pejling", version="0", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update() -> None:
    """Bring each catalogue up to date; new sentences stand there untranslated, gone ones go."""
    for language in LANGUAGES[1:]:
        known = catalogue(language)
        known.update(template(), no_fuzzy_matching=True)
        known.obsolete.clear()
        with (HERE / f"{language}.po").open("wb") as file:
            write_po(file, known, width=0, sort_output=True, include_lineno=False, omit_header=True)


if __name__ == "__main__":
    update()
