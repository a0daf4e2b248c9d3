"""A number as a spreadsheet shows it by the cell's number format."""

import re
from dataclasses import dataclass
from functools import cache

from models.wording.reading import MOST_DIGITS

HUNDRED = 100
MOST_DECIMALS = 9
# What of a format is no picture of the number: "text", \\x, [Red], and the blanks of _x and *x.
LITERAL = re.compile(r'"([^"]*)"|\\(.)')
CONDITION = re.compile(r"\[[<>=]")
ASIDE = re.compile(r"\[[^\]]*\]|[_*].")
# Private signs that stand in for the literals while a format is read.
FIRST_STAND_IN = 0xE000


@dataclass(frozen=True)
class ShownNumber:
    """A number as its cell shows it.

    value: 45 where 45 % stands there; None where the cell shows another number or none at all.
    rounded: whether the cell shows fewer decimals than the value has.
    text: the sign for sign text, e.g. 0101; None where it depends on the spreadsheet's language.
    """

    value: float | None
    text: str | None
    percent: bool = False
    rounded: bool = False

    def __str__(self) -> str:
        return str(self.value) if self.text is None else self.text


# A number whose cell shows another number, or none at all.
HIDDEN = ShownNumber(None, None)


def as_shown(value: float, number_format: str) -> float | ShownNumber:
    """Return the number, as it is where the format is the general one."""
    if number_format in {"General", "@"}:
        return value
    if CONDITION.search(number_format):
        return HIDDEN
    picture, literals = _picture(value, number_format)
    if picture.strip().lower() in {"general", "standard"} or picture == "@":
        return value
    return _by_picture(value, picture, literals)


def _by_picture(value: float, picture: str, literals: tuple[str, ...]) -> ShownNumber:
    signs = "".join(sign for sign in picture if ord(sign) < FIRST_STAND_IN)
    wording = "".join(_literal(sign, literals) for sign in picture)
    if "%" in wording:
        number = round(value * HUNDRED ** signs.count("%"), 10)
        return ShownNumber(
            number, f"{number:.10g} %", percent=True, rounded=_is_rounded(number, signs)
        )
    if value == 0 and "-" in wording:
        # Accounts write a dash for nought.
        return ShownNumber(value, None)
    if not re.search("[0#?]", signs) or re.search(r"[0#?],+(?![0#?,])", signs):
        # It shows no digits, or thousands and millions as ones.
        return HIDDEN
    whole = value.is_integer() and 0 <= value < 10**MOST_DIGITS
    if whole and re.fullmatch(r"[0#? ()/:-]*", signs):
        return ShownNumber(value, _padded(int(value), picture, literals))
    return ShownNumber(value, None, rounded=_is_rounded(value, signs))


def _is_rounded(value: float, signs: str) -> bool:
    """Whether a picture has too few decimals for a value; nine decimals are enough for any."""
    if "e" in signs.lower() or "/" in signs:
        return False
    decimals = len(re.findall("[0#?]", signs.partition(".")[2]))
    return round(value, decimals) != round(value, MOST_DECIMALS)


def _literal(sign: str, literals: tuple[str, ...]) -> str:
    """Return the literal a sign stands in for, else the sign itself."""
    place = ord(sign) - FIRST_STAND_IN
    return literals[place] if 0 <= place < len(literals) else sign


@cache
def _sections(number_format: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the sections of a format and its literals, for which stand-ins stand in them."""
    literals: list[str] = []

    def stand_in(literal: re.Match[str]) -> str:
        literals.append(literal[1] if literal[1] is not None else literal[2])
        return chr(FIRST_STAND_IN + len(literals) - 1)

    bare = ASIDE.sub("", LITERAL.sub(stand_in, number_format))
    return tuple(bare.split(";")), tuple(literals)


def _picture(value: float, number_format: str) -> tuple[str, tuple[str, ...]]:
    """Return the section of a format that shows the value, and the literals of the format."""
    sections, literals = _sections(number_format)
    positive, negative, nought = (*sections[:3], *sections[:1] * 2)[:3]
    if value == 0:
        return nought, literals
    if value > 0 or len(sections) == 1:
        return positive, literals
    # A negative number without its sign, as where red stands for it, shows another number.
    says_minus = set("-−(") & set("".join(_literal(sign, literals) for sign in negative))
    return (negative if says_minus else ""), literals


def _padded(value: int, picture: str, literals: tuple[str, ...]) -> str:
    """Return the digits in the places of a picture, filled up with noughts: 0101 for 101 in 0000.

    The digits fall into their places from the right; the leftmost place takes all that are left.
    """
    digits = str(value) if value else ""
    leftmost = next(place for place, sign in enumerate(picture) if sign in "0#?")
    text = ""
    for place in reversed(range(len(picture))):
        sign = picture[place]
        if sign not in "0#?":
            text = _literal(sign, literals) + text
            continue
        digit, digits = (digits, "") if place == leftmost else (digits[-1:], digits[:-1])
        text = (digit or ("0" if sign == "0" else "")) + text
    return text.strip()
