"""Removal of what identifies a person from free text, before it is stored.

Numbers are not checked for validity: with one wrong digit the right number can still be guessed,
and Danish numbers issued since 2007 need not fulfil modulus 11. Lookalikes are removed as well.
"""

import re
import unicodedata

PERSON, PHONE, MAIL, LINK, NUMBER = (
    f"[{word}]" for word in ("personnummer", "telefonnummer", "e-mail", "link", "nummer")
)

# A run of more digits is a person's number unless it is a day, an hour or an amount.
LONGEST_HARMLESS = 5
LENGTH_OF_PERSON = (10, 12)
LENGTH_OF_PHONE = range(8, 14)
LAST_HOUR, LAST_MINUTE, LAST_DAY, LAST_MONTH = 24, 59, 31, 12

_BETWEEN = r"[\s.\-‐-―−/\\()+_*:|~'’]*"
_RUN = re.compile(rf"[+(]*\d(?:{_BETWEEN}\d)*")
# A day of birth and, after a comma or the like, the four figures that belong to it.
_SPLIT = re.compile(r"(?<!\d)\d\d?[./\- ]\d\d?[./\- ]\d\d(?:\d\d)?[\W_]{1,6}\d{4}(?!\d)")
# Replacement numbers have letters among the last four, e.g. 010190-TGB5.
_LETTERED = re.compile(r"\d{6}(?:\d{2})?\s?[-‐-―−+]\s?(?=\w{0,3}\d)\w{4}(?!\w)")
# After such a word even a short number is a telephone, or half of a personal number.
_NAMED = re.compile(
    r"(?<!\[)(?<![^\W_])(?P<word>(?:tlf|telefon|mobil|lokal(?:nummer|nr)?\b|tel\b|phone|ring|sms|ankn"
    rf"|ext\b|cpr|pnr|personn)[^\d\n@]{{0,20}}?)(?P<number>[+(]*\d(?:{_BETWEEN}\d){{3,}})",
    re.IGNORECASE,
)
_MAIL = re.compile(
    r"\S*\s?(?:@|[\[({<]\s?(?:at|a|snabel-?a)\s?[\])}>])\s?[^\s,;:!?)]*[^\s.,;:!?)]", re.IGNORECASE
)
# How a number begins that is dialled and not born: +46, 0046, 070-.
_DIALLED = re.compile(r"[+(]*(?:\+|00|0\d\d[\s\-/)])")
_ENDING = "dk|se|no|nu|fi|is|de|uk|eu|com|org|net|info|io|me|ly|be|gle"
_LINK = re.compile(
    rf"(?:\w+://|www\.)\S+|(?<![\w@])[\w-]+(?:\.[\w-]+)*\.(?:{_ENDING})(?!\w)(?:[/:?#]\S*)?",
    re.IGNORECASE,
)
_DAYS = (
    re.compile(r"(?P<day>\d\d?)[./\-] ?(?P<month>\d\d?)[./\- ] ?(?:(?:19|20)\d\d|\d\d)"),
    re.compile(r"(?:19|20)\d\d[./\-](?P<month>\d\d?)[./\-](?P<day>\d\d?)"),
)
_HOURS = re.compile(r"(\d\d?)[.:](\d\d) ?[-–] ?(\d\d?)[.:](\d\d)")
_AMOUNT = re.compile(r"\d{3}[. ]\d{3}|\d{3}000")
_AMOUNT_DIGITS = 6


def redacted(text: str) -> str:
    """Return the text with a word in brackets for each personal number, telephone, mail and link.

    Removed: personal numbers of Denmark and Sweden in any spelling, valid or not; every other
    run of six figures or more; mail addresses; links. Left: days (24.12.2025), hours (7.30-15.30),
    amounts (250.000) and short numbers such as a ward's (4012), unless a word before it names a
    telephone. Invisible characters are removed as well, since they can split a number.
    """
    visible = "".join(_plain(sign) for sign in text.replace("\r\n", "\n").replace("\r", "\n"))
    for pattern, word in ((_MAIL, MAIL), (_LINK, LINK), (_LETTERED, PERSON), (_SPLIT, PERSON)):
        visible = pattern.sub(word, visible)
    visible = _NAMED.sub(_after_its_word, visible)
    return _RUN.sub(lambda match: _redacted_run(match[0]), visible).strip()


def _plain(sign: str) -> str:
    if sign == "\n":
        return sign
    if unicodedata.category(sign)[0] in "CZ":
        return " " if sign.isspace() else ""
    figure = unicodedata.digit(sign, None)
    return sign if figure is None else str(figure)


def _after_its_word(match: re.Match[str]) -> str:
    number = match["number"]
    return match[0] if _is_day(number) or _is_hours(number) else match["word"] + _label(number)


def _redacted_run(run: str) -> str:
    digits = sum(sign.isdigit() for sign in run)
    if digits <= LONGEST_HARMLESS or _is_day(run) or _is_hours(run):
        return run
    if digits == _AMOUNT_DIGITS and _AMOUNT.fullmatch(run):
        return run
    return _label(run)


def _label(run: str) -> str:
    digits = "".join(sign for sign in run if sign.isdigit())
    if len(digits) in LENGTH_OF_PERSON and not _DIALLED.match(run):
        return PERSON
    return PHONE if len(digits) in LENGTH_OF_PHONE else NUMBER


def _is_day(run: str) -> bool:
    for pattern in _DAYS:
        if match := pattern.fullmatch(run):
            return 0 < int(match["day"]) <= LAST_DAY and 0 < int(match["month"]) <= LAST_MONTH
    return False


def _is_hours(run: str) -> bool:
    match = _HOURS.fullmatch(run)
    if match is None:
        return False
    from_hour, from_minute, to_hour, to_minute = (int(part) for part in match.groups())
    return max(from_hour, to_hour) <= LAST_HOUR and max(from_minute, to_minute) <= LAST_MINUTE
