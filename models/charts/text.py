"""The room that a text takes in a chart, and its lines in the room there is."""

from functools import cache, lru_cache
from pathlib import Path

from PIL import ImageFont

FONTS = Path(__file__).parent / "fonts"
SIZE, LINE = 13, 17
# Browsers space the letters of a line a little differently, and other fonts stand in on paper.
_SLACK = 1.03
_MEASURED_AT = 100
# Shares of the room that lines of the same number are tried in.
_BALANCE = (0.7, 0.8, 0.9)


@lru_cache(maxsize=20_000)
def text_width(text: str, *, bold: bool = False, size: float = SIZE) -> float:
    """Return the width of a line of text in pixels."""
    return float(_font(bold=bold).getlength(text)) * size / _MEASURED_AT * _SLACK


@cache
def _font(*, bold: bool) -> ImageFont.FreeTypeFont:
    name = "IBMPlexSans-SemiBold.ttf" if bold else "IBMPlexSans-Regular.ttf"
    return ImageFont.truetype(FONTS / name, _MEASURED_AT, layout_engine=ImageFont.Layout.BASIC)


@lru_cache(maxsize=5_000)
def text_lines(
    text: str, room: float, *, bold: bool = False, size: float = SIZE
) -> tuple[str, ...]:
    """Return the text in lines that are at most `room` pixels wide, and none where it is blank.

    As few lines as can be, and all about as long, so that no word stands alone on the last one.
    A word that is wider than the room is broken with a hyphen; nothing is left out.
    """
    lines = _filled(text, room, bold=bold, size=size)
    if len(lines) > 1:
        narrower = (_filled(text, room * part, bold=bold, size=size) for part in _BALANCE)
        return next((even for even in narrower if len(even) == len(lines)), lines)
    return lines


def _filled(text: str, room: float, *, bold: bool, size: float) -> tuple[str, ...]:
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, bold=bold, size=size) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, room, bold=bold, size=size)
    return tuple(line for line in lines if line)


def _pieces(word: str, room: float, *, bold: bool, size: float) -> list[str]:
    pieces = []
    while len(word) > 1 and text_width(word, bold=bold, size=size) > room:
        at = max(len(word) - 1, 1)
        while at > 1 and text_width(word[:at] + "-", bold=bold, size=size) > room:
            at -= 1
        pieces.append(word[:at] + "-")
        word = word[at:]
    return [*pieces, word]
