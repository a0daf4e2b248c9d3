"""Definition files in YAML, read with limits on size and depth."""

from pathlib import Path
from typing import Any

import yaml

from survey.plain_text import plain

# libyaml reads five times faster where it is there.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST, MOST_PARTS, LONGEST_TEXT, LARGEST_FILE = 50, 1_000_000, 1_000_000, 10_000_000


def content(path: Path) -> Any:  # noqa: ANN401 - a definition file holds anything until its schema is asked
    """Return the content of a file; raises OSError, or YAMLError whose `problem_mark` is the place.

    Letters are composed and invisible signs gone. Refused besides what is no YAML: more than 50
    levels, which take the stack; more than a million parts, also by parts that stand for others
    (`*name`) and make a small file huge; a kind named with `!`; texts over a megabyte; a number or
    a day that does not exist.
    """
    with path.open("rb") as file:
        raw = file.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise yaml.MarkedYAMLError(problem="the file is too large")
    try:
        text = raw.decode("utf-8")
        _require_modest(text)
        return _plain(yaml.load(text, Loader=LOADER))  # noqa: S506 - the safe one
    except UnicodeDecodeError as fault:
        raise yaml.MarkedYAMLError(problem="not UTF-8") from fault
    except (ValueError, OverflowError) as fault:
        raise yaml.MarkedYAMLError(problem="a number or a day that does not exist") from fault


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
                size = whole.get(event.anchor, 0)
            case yaml.ScalarEvent() if len(event.value) > LONGEST_TEXT:
                raise _fault("a text that is too long", event)
        if getattr(event, "tag", None) is not None:
            raise _fault("a kind of value named with !", event)
        opened[-1] = (opened[-1][0], opened[-1][1] + size)
        if len(opened) > DEEPEST or opened[-1][1] > MOST_PARTS:
            raise _fault("too many levels or parts", event)


def _fault(problem: str, event: yaml.Event) -> yaml.MarkedYAMLError:
    mark: Any = event.start_mark
    return yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
