"""Collects the sentences of the program into the catalogues, for `make wording`."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from models.wording import HERE, LANGUAGES

ROOT = Path(__file__).parents[2]
ROOMS = ("survey", "models", "pages")
# The calls whose first argument is a sentence for people; `say` is a method of Words.
MARKERS = frozenset({"_", "N_", "say"})
# The calls whose first two arguments are a sentence for one and for any other number.
COUNTED = frozenset({"ngettext", "say_counted"})
# A sentence for people, or the two of a number.
Sentence = str | tuple[str, str]


def sources(root: Path, pattern: str) -> list[Path]:
    """Return the files of the three rooms that match, in a fixed order."""
    return sorted(path for room in ROOMS for path in (root / room).rglob(pattern))


@cache
def syntax(path: Path) -> ast.Module:
    """Return a module's syntax tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def error_classes(root: Path) -> set[str]:
    """Return the names of the classes derived from SpokenError, itself included.

    Their first argument is a sentence for people, as the argument of `_` is.
    """
    nodes = [node for path in sources(root, "*.py") for node in ast.walk(syntax(path))]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    errors: set[str] = set()
    derived = {"SpokenError"}
    # A module may derive from a class that a later one defines, so one pass is not enough.
    while derived - errors:
        errors |= derived
        derived = {node.name for node in classes if errors & _bases(node)}
    return errors


def _bases(node: ast.ClassDef) -> set[str]:
    return {base.id for base in node.bases if isinstance(base, ast.Name)}


def _called(node: ast.Call) -> str:
    """Return the name a call uses: `say` for both say(...) and words.say(...)."""
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _in_code(root: Path) -> Iterator[tuple[Sentence, str]]:
    # Babel's own reader of Python misses a call inside an f-string; the syntax tree has it.
    markers = MARKERS | error_classes(root)
    for path in sources(root, "*.py"):
        for node in ast.walk(syntax(path)):
            match node:
                case ast.Call(args=[ast.Constant(singular), ast.Constant(plural), *_]) if (
                    _called(node) in COUNTED
                ):
                    yield (str(singular), str(plural)), str(path.relative_to(root))
                case ast.Call(args=[text, *_]) if _called(node) in markers:
                    for sentence in _texts(text):
                        yield sentence, str(path.relative_to(root))


def _texts(argument: ast.expr) -> Iterator[str]:
    """Yield the argument's text, or both texts where it is `one if ... else other`."""
    match argument:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=orelse):
            yield from (*_texts(body), *_texts(orelse))


def _in_templates(root: Path) -> Iterator[tuple[Sentence, str]]:
    keywords = {**dict.fromkeys(MARKERS), **dict.fromkeys(COUNTED, (1, 2))}
    for path in sources(root, "*.j2"):
        with path.open("rb") as file:
            for _, text, _, _ in extract("jinja2.ext:babel_extract", file, keywords=keywords):
                place = str(path.relative_to(root))
                match text:
                    case (str(singular), str(plural), *_):
                        yield (singular, plural), place
                    case _:
                        yield str(text), place


def sentences(root: Path = ROOT) -> Iterator[tuple[Sentence, str]]:
    """Yield each sentence with the file it stands in, as a path from the root.

    A sentence with a number is a pair: the one for 1 and the one for any other number.
    """
    for text, place in (*_in_code(root), *_in_templates(root)):
        if text:
            yield text, place


def catalogue(language: str, folder: Path = HERE) -> Catalog:
    """Return the catalogue of a language in a folder; an empty one when there is no file yet."""
    path = folder / f"{language}.po"
    if not path.exists():
        return Catalog(locale=language, project="Pejling", version="0", charset="utf-8")
    with path.open("rb") as file:
        return read_po(file, locale=language)


def update(root: Path = ROOT, folder: Path = HERE) -> None:
    """Write each catalogue anew: a new sentence comes in untranslated, a deleted one goes out."""
    template = Catalog(project="Pejling", version="0", charset="utf-8")
    for text, place in sentences(root):
        template.add(text, locations=[(place, 0)])
    for language in LANGUAGES[1:]:
        entries = catalogue(language, folder)
        entries.update(template, no_fuzzy_matching=True)
        entries.obsolete.clear()
        with (folder / f"{language}.po").open("wb") as file:
            write_po(
                file, entries, width=0, sort_output=True, include_lineno=False, omit_header=True
            )


if __name__ == "__main__":
    update()
