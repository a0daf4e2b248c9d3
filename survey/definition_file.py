"""Definition files in YAML, read with limits on size and depth."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from survey.plain_text import plain

# libyaml reads five times faster where it is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST, MOST_PARTS, LONGEST_TEXT, LARGEST_FILE = 50, 1_000_000, 1_000_000, 10_000_000


class Excess(yaml.MarkedYAMLError):
    """A file with more in it than a definition file may have."""


def content(path: Path) -> Any:  # noqa: ANN401 - a definition file holds anything until its schema is asked
    """Return the content of a file as `parsed` does; raises OSError besides."""
    with path.open("rb") as file:
        return parsed(file.read(LARGEST_FILE + 1))


def parsed(raw: bytes, *, largest: int = LARGEST_FILE) -> Any:  # noqa: ANN401 - a definition file holds anything until its schema is asked
    """Return the content of a file's bytes; raises YAMLError whose `problem_mark` is the place.

    Letters are composed and invisible signs gone. Refused besides what is no YAML: more than 50
    levels, which take the stack; more than a million parts, also by parts that stand for others
    (`*name`) and make a small file huge, and a part that stands for itself; a kind named with `!`;
    texts over a megabyte; a number or a day that does not exist.
    """
    if len(raw) > largest:
        raise Excess(problem="the file is too large")
    try:
        text = raw.decode("utf-8-sig")
        _require_modest(text)
        return _plain(yaml.load(text, Loader=LOADER))  # noqa: S506 - the safe one
    except UnicodeDecodeError as fault:
        raise yaml.MarkedYAMLError(problem="not UTF-8") from fault
    except (ValueError, OverflowError) as fault:
        raise yaml.MarkedYAMLError(problem="a number or a day that does not exist") from fault


class Places:
    """The lines of a definition file by the place of a field, e.g. ("scales", 0, "labels")."""

    def __init__(self, text: str) -> None:
        """Compose what `parsed` has accepted."""
        self._root: yaml.Node | None = yaml.compose(text, Loader=LOADER)

    def line(self, place: Sequence[str | int]) -> int:
        """Return the line where a field begins; of a missing one, where its parent does."""
        node, line = self._root, 1
        for step in place:
            below = {key: (value, number) for key, value, number in _below(node)}
            if step not in below:
                break
            node, line = below[step]
        return line

    def repeated(self) -> Iterator[tuple[tuple[str | int, ...], int]]:
        """Yield place and line of each name that stands a second time in its block."""
        waiting: list[tuple[tuple[str | int, ...], yaml.Node | None]] = [((), self._root)]
        visited: set[int] = set()
        while waiting:
            place, node = waiting.pop()
            if id(node) in visited:
                continue
            visited.add(id(node))
            names: set[str | int] = set()
            for name, value, line in _below(node):
                if name in names:
                    yield (*place, name), line
                names.add(name)
                waiting.append(((*place, name), value))


def _below(node: yaml.Node | None) -> Iterator[tuple[str | int, yaml.Node, int]]:
    """Yield name or number, node and line of each part directly in a node."""
    match node:
        case yaml.MappingNode():
            for key, value in node.value:
                yield plain(str(key.value)), value, key.start_mark.line + 1
        case yaml.SequenceNode():
            for number, value in enumerate(node.value):
                yield number, value, value.start_mark.line + 1


def _plain(value: Any) -> Any:  # noqa: ANN401 - a definition file holds anything until its schema is asked
    """Return a value with every text in it in plain signs."""
    match value:
        case str():
            return plain(value)
        case list():
            return [_plain(each) for each in value]
        case dict():
            return {_plain(name): _plain(each) for name, each in value.items()}
    return value


def _require_modest(text: str) -> None:
    """Raise YAMLError by the events of a file, which come before anything is built of them."""
    # How many parts each open list holds so far, by its anchor; and each named part, once whole.
    opened: list[tuple[str | None, int]] = [(None, 0)]
    whole: dict[str | None, int] = {}
    for event in yaml.parse(text, Loader=LOADER):
        size = 1
        match event:
            case yaml.CollectionStartEvent():
                opened.append((event.anchor, 0))
            case yaml.CollectionEndEvent():
                anchor, size = opened.pop()
                whole[anchor] = size
            case yaml.AliasEvent():
                size = whole.get(event.anchor, MOST_PARTS + 1)
            case yaml.ScalarEvent():
                size = 1 if len(event.value) <= LONGEST_TEXT else MOST_PARTS + 1
                whole[event.anchor] = size
        if getattr(event, "tag", None) is not None:
            raise _fault("a kind of value named with !", event)
        opened[-1] = (opened[-1][0], opened[-1][1] + size)
        if len(opened) > DEEPEST or opened[-1][1] > MOST_PARTS:
            raise _fault("too many levels or parts, too long a text, or a part in itself", event)


def _fault(problem: str, event: yaml.Event) -> Excess:
    mark: Any = event.start_mark
    return Excess(problem=problem, problem_mark=mark)
