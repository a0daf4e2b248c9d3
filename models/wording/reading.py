"""Figures and days, read as people write them, in a field and in a file alike."""

import re
from datetime import date
from decimal import Decimal
from functools import cache

from babel.dates import get_month_names

from models.errors import InputError

# The decimal sign of each language; in English both are met, so what two signs can mean is refused.
SIGNS: dict[str, str | None] = {"da": ",", "sv": ",", "en": None}
FIRST_YEAR, LAST_YEAR = 1900, 2200
# What every database stores as a whole number.
LARGEST_WHOLE = 2**31 - 1
# More digits than this a decimal number does not hold: a spreadsheet has rounded it.
MOST_DIGITS = 15
LONGEST_QUOTED = 60

_MINUS = re.compile("^[−–‐‑]")
_SPACES = re.compile("[ \u00a0\u2009\u202f]")
_PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
_UNCLEAR = re.compile(r"-?[1-9][0-9]{0,2}([.,])[0-9]{3}")
_GROUPED = re.compile(r"-?[1-9][0-9]{0,2}(?:(?P<sign>[., ])[0-9]{3})(?:(?P=sign)[0-9]{3})*")
_DAYS = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})"),
    re.compile(
        r"(?P<day>[0-9]{1,2})(?P<sign>[-./]) ?(?P<month>[0-9]{1,2})(?P=sign) ?(?P<year>[0-9]{4})"
    ),
    re.compile(r"(?P<day>[0-9]{2})(?P<month>[0-9]{2})(?P<year>(?:19|20|21|22)[0-9]{2})"),
    re.compile(r"(?P<day>[0-9]{1,2})\.? (?P<name>[^\W\d_]+)\.? (?P<year>[0-9]{4})"),
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-./] ?[0-9]{1,2}[-./] ?[0-9]{2}")
_LOCALES = ("da_DK", "sv_SE", "en_GB")


def number(text: str, sign: str | None = ",") -> float | None:
    """Return the figure that a text is; None where it is blank.

    sign: the decimal sign; None where either may be meant. Grouped thousands are understood, unless
    the text can be read both ways: 1.234 beside a decimal comma. Raises InputError.
    """
    entry = _tidied(text)
    if not entry:
        return None
    if _is_unclear(entry, sign):
        whole, decimals = re.split("[.,]", entry)
        raise InputError(
            "”{value}” kan læses på to måder. Skriv {thousands} eller {decimal}.",
            value=entry,
            thousands=whole + decimals,
            decimal=f"{whole}{sign or '.'}{decimals}{'' if sign else '0'}",
        )
    plain = _ungrouped(entry)
    if plain is None:
        raise InputError(
            "”{value}” er ikke et tal. Skriv det med cifre, fx 1234 eller 12,5.",
            value=entry[:LONGEST_QUOTED],
        )
    digits = len(plain.strip("-").replace(".", "").strip("0"))
    # More digits are stored only where they come back the same: 0.30000000000000004.
    if digits > MOST_DIGITS and Decimal(plain) != Decimal(repr(float(plain))):
        raise InputError("Tallet har flere cifre, end der kan gemmes.")
    return float(plain) + 0.0


def decimal_sign(text: str) -> str | None:
    """Return the decimal sign that a figure must have; None where it has none or may have either.

    1.234.567 has groups by points, so its sign is a comma.
    """
    entry = _tidied(text)
    if is_unclear(entry) or _ungrouped(entry) is None:
        return None
    signs = re.findall("[.,]", entry)
    if _GROUPED.fullmatch(entry):
        return {".": ",", ",": "."}.get(signs[0]) if signs else None
    return signs[-1] if signs else None


def is_unclear(text: str) -> bool:
    """Whether the one sign in a figure may be of decimals or of thousands: 1.234."""
    return _UNCLEAR.fullmatch(_tidied(text)) is not None


def count(text: str, sign: str | None = ",") -> int | None:
    """Return the whole number from 0 up that a text is; None where it is blank.

    1.234 is a thousand and more, since a count has no decimals. Raises InputError.
    """
    entry = _spaced(text)
    if not entry:
        return None
    grouped = _GROUPED.fullmatch(entry)
    digits = re.sub("[., ]", "", entry) if grouped and grouped["sign"] != sign else entry
    if not re.fullmatch("[0-9]+", digits):
        raise InputError(
            "”{value}” er ikke et antal. Skriv et helt tal fra 0 og op.",
            value=entry[:LONGEST_QUOTED],
        )
    if len(digits.lstrip("0")) > MOST_DIGITS or int(digits) > LARGEST_WHOLE:
        raise InputError("Tallet er større, end der kan gemmes.")
    return int(digits)


def day(text: str) -> date | None:
    """Return the day that a text is; None where it is blank.

    Written 31.12.2015, 31-12-2015, 31/12/2015, 31122015, 2015-12-31 or 31. december 2015, the month
    by its name in any of our languages. Raises InputError, also for a day the calendar lacks.
    """
    entry = " ".join(text.split())
    if not entry:
        return None
    for pattern in _DAYS:
        if match := pattern.fullmatch(entry):
            return _calendar_day(entry, match)
    if _SHORT_YEAR.fullmatch(entry):
        raise InputError("Skriv årstallet i ”{value}” med fire cifre.", value=entry)
    raise InputError(
        "”{value}” er ikke en dato. Skriv den som 31.12.2015 eller 2015-12-31.",
        value=entry[:LONGEST_QUOTED],
    )


def written_number(value: float, sign: str | None = ",") -> str:
    """Return a figure as `number` reads it back, without grouping, at most ten decimals."""
    digits = f"{value:.10f}".rstrip("0").rstrip(".")
    if sign is None:
        # 1.234 could be a thousand and more; 1.2340 could not.
        return f"{digits}0" if _is_unclear(digits, sign) else digits
    return digits.replace(".", sign)


def written_day(value: date, language: str) -> str:
    """Return a day in the short form of a language, as `day` reads it back."""
    return value.strftime({"sv": "%Y-%m-%d", "en": "%d/%m/%Y"}.get(language, "%d.%m.%Y"))


def _spaced(text: str) -> str:
    """Return the text with plain spaces and a plain minus."""
    return _MINUS.sub("-", _SPACES.sub(" ", text.strip()))


def _tidied(text: str) -> str:
    """Return the text with plain spaces and a plain minus, and without a percent sign after it."""
    entry = _spaced(text)
    return entry.removesuffix("%").rstrip() or entry


def _is_unclear(text: str, sign: str | None) -> bool:
    """Whether a figure is unclear although its language has this decimal sign."""
    match = _UNCLEAR.fullmatch(text)
    return match is not None and match[1] != sign


def _ungrouped(text: str) -> str | None:
    """Return the text as Python writes a number; None where it is none."""
    if _PLAIN.fullmatch(text):
        return text.replace(",", ".")
    if _GROUPED.fullmatch(text):
        # More groups than one, or a space: no decimals can be meant.
        return re.sub("[., ]", "", text)
    whole, decimal_sign, decimals = text.rpartition(
        "," if text.rfind(",") > text.rfind(".") else "."
    )
    grouped = _GROUPED.fullmatch(whole)
    if not grouped or grouped["sign"] == decimal_sign or not re.fullmatch("[0-9]+", decimals):
        return None
    return f"{re.sub('[., ]', '', whole)}.{decimals}"


def _calendar_day(text: str, match: re.Match[str]) -> date:
    parts = match.groupdict()
    month = _months().get(parts["name"].casefold()) if parts.get("name") else int(parts["month"])
    try:
        calendar_day = date(int(parts["year"]), month or 0, int(parts["day"]))
    except ValueError:
        raise InputError("Datoen {value} findes ikke i kalenderen.", value=text) from None
    if not FIRST_YEAR <= calendar_day.year <= LAST_YEAR:
        raise InputError("Året i {value} ligger uden for kalenderen her.", value=text)
    return calendar_day


@cache
def _months() -> dict[str, int]:
    """The number of each month by its names, long and short, in our languages."""
    return {
        name.rstrip(".").casefold(): number
        for locale in _LOCALES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }
