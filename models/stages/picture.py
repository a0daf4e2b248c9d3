"""A table of stages as a picture: a column for each stage, a row for each move."""

from collections.abc import Iterator
from enum import StrEnum
from html import escape
from typing import Final

from models.access import Role, may
from models.stages.transitions import Move, Transitions
from models.wording import N_, Words

ROLE_WORD: Final = {
    Role.DEPARTMENT: N_("ejeren"),
    Role.LEADERSHIP: N_("ledelsen"),
    Role.STEWARD: N_("tovholderen"),
}
LABELS, COLUMN, ROW, HEAD, MARGIN = 300, 150, 52, 56, 12
INK, FAINT, PAPER = "#1f2933", "#9aa5b1", "#ffffff"


def picture(table: Transitions, words: Words) -> str:
    """Return an SVG: a dot in each stage that a move begins in, an arrow to the one it ends in.

    Beside each move stands who may make it. A stage that things begin in has a thick frame.
    """
    width = LABELS + COLUMN * len(table.stages) + MARGIN
    height = HEAD + ROW * len(table.moves) + MARGIN
    title = escape(words.say(N_("Trin: {thing}"), thing=words.say(table.thing)))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" font-family="sans-serif" font-size="14">',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        *(_column(table, stage, words, height) for stage in table.stages),
        *(line for row, move in enumerate(table.moves) for line in _row(table, move, row, words)),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _middle(table: Transitions, stage: StrEnum) -> int:
    return LABELS + COLUMN * table.stages.index(stage) + COLUMN // 2


def _column(table: Transitions, stage: StrEnum, words: Words, height: int) -> str:
    middle, thickness = _middle(table, stage), 3 if stage in table.starts else 1
    word = escape(words.say(table.words[stage]))
    return (
        f'<rect x="{middle - 68}" y="8" width="136" height="32" rx="6" fill="none" '
        f'stroke="{INK}" stroke-width="{thickness}"/>'
        f'<text x="{middle}" y="29" text-anchor="middle" fill="{INK}">{word}</text>'
        f'<line x1="{middle}" y1="42" x2="{middle}" y2="{height - MARGIN}" stroke="{FAINT}" '
        'stroke-dasharray="2 4"/>'
    )


def _row(table: Transitions, move: Move, row: int, words: Words) -> Iterator[str]:
    y = HEAD + ROW * row + ROW // 2
    yield (
        f'<text x="{MARGIN}" y="{y - 2}" fill="{INK}">{escape(words.say(move.word))}</text>'
        f'<text x="{MARGIN}" y="{y + 16}" fill="{INK}" font-size="12">'
        f"{escape(_who(move, words))}</text>"
    )
    goal = _middle(table, move.goal)
    for origin in move.origins:
        start = _middle(table, origin)
        if origin is move.goal:
            yield (
                f'<path d="M {start} {y} c -34 -30 -34 30 -5 8" fill="none" stroke="{INK}" '
                'stroke-width="2"/>'
            )
        else:
            yield (
                f'<line x1="{start}" y1="{y}" x2="{goal}" y2="{y}" stroke="{INK}" '
                'stroke-width="2"/>'
            )
            yield _arrowhead(goal - 6 if start < goal else goal + 6, y, from_left=start < goal)
        yield f'<circle cx="{start}" cy="{y}" r="5" fill="{INK}"/>'


def _arrowhead(x: int, y: int, *, from_left: bool) -> str:
    back = x - 10 if from_left else x + 10
    return f'<path d="M {x} {y} L {back} {y - 6} L {back} {y + 6} Z" fill="{INK}"/>'


def _who(move: Move, words: Words) -> str:
    if move.permission is None:
        return words.say(N_("ingen: tiden går"))
    roles = [word for role, word in ROLE_WORD.items() if may(role, move.permission)]
    people = words.enumeration([words.say(word) for word in roles])
    return words.say(N_("{people}, en anden"), people=people) if move.by_another else people
