"""Reading a unit's code out of what was typed or pasted: a code, a link, a mail's wrapped link."""

import binascii
import re
import unicodedata
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

TOKEN = re.compile(r"[A-Za-z0-9_-]{4,128}")
# A mail system's wrapper makes a link some hundred characters longer.
LONGEST = 4000
# Wrappers put around each other encode the link once each.
MOST_LAYERS = 4

_PART = r"[0-9a-z]{5}"
_CODE = rf"{_PART}(?:[\s-]+{_PART}){{3}}(?![0-9a-z])"
_IN_ADDRESS = re.compile(rf"/svar/({_CODE})", re.IGNORECASE)
_BY_ITSELF = re.compile(rf"(?<![0-9a-z-])({_CODE})(?!-[0-9a-z])", re.IGNORECASE)
_OTHER_IN_ADDRESS = re.compile(r"/svar/([0-9a-z-]{4,128})", re.IGNORECASE)
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"))
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{24,}")
# Proofpoint's second form writes %3A as -3A, and a slash as an underscore.
_PROOFPOINT = re.compile(r"[?&]u=(https?-3A__[^&\s]+)")


def token_of(text: str) -> str | None:
    """Return the code in what was typed or pasted, as `code_in`; else the only word, if it is one.

    The word may be no code of ours; whoever looks it up will see.
    """
    code = code_in(text)
    if code is not None:
        return code
    readings = tuple(_readings(text[:LONGEST]))
    for reading in readings:
        match = _OTHER_IN_ADDRESS.search(reading)
        if match:
            return match[1].strip("-").lower()
    typed = re.sub(r"\s+", "-", re.sub(r"[^\w\s-]", "", readings[0]).strip())
    return typed.lower() if TOKEN.fullmatch(typed) else None


def code_in(text: str) -> str | None:
    """Return the unit's code in a text, in small letters with hyphens; None where there is none.

    Read out of: a code typed with spaces, a link with quotes, punctuation or tracking parameters
    around it, a sentence that holds it, and the links that mail systems rewrite (Outlook's Safe
    Links, Proofpoint, Google, Cisco, Barracuda, and others that carry the whole address).
    """
    readings = tuple(_readings(text[:LONGEST]))
    for pattern in (_IN_ADDRESS, _BY_ITSELF):
        for reading in readings:
            match = pattern.search(reading)
            if match:
                return re.sub(r"[\s-]+", "-", match[1]).lower()
    return None


def _readings(text: str) -> Iterator[str]:
    """Return the text as it stands, then each layer of encoding taken off."""
    text = _visible(text)
    yield text
    for _layer in range(MOST_LAYERS):
        inner = _visible(unescape(unquote(text)))
        for match in _PROOFPOINT.finditer(inner):
            yield unquote(re.sub(r"-([0-9A-F]{2})", r"%\1", match[1].replace("_", "/")))
        yield from _from_base64(inner)
        if inner == text:
            return
        text = inner
        yield text


def _visible(text: str) -> str:
    """Return the text without signs that have no width, and with one kind of hyphen."""
    text = unicodedata.normalize("NFKC", text.translate(_HYPHENS))
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf")


def _from_base64(text: str) -> Iterator[str]:
    for match in _BASE64.finditer(text):
        padded = match[0].translate(str.maketrans("+/", "-_")) + "=" * (-len(match[0]) % 4)
        try:
            inner = urlsafe_b64decode(padded).decode("ascii")
        except (binascii.Error, UnicodeDecodeError):
            continue
        if "/svar/" in inner:
            yield inner
