"""The secret that signs the cookies of those who signed in."""

import base64
import binascii
import secrets
from itertools import pairwise

LENGTH = 32
# 32 random bytes have 30 different ones, their base64 31 different letters, and the steps from each
# to the next are as many; fewer than 20 in less than one of 10^7 secrets.
FEWEST_DIFFERENT = 20


def new() -> str:
    """Return 32 random bytes as text."""
    return secrets.token_urlsafe(LENGTH)


def is_weak(text: str) -> bool:
    """Whether a text is not at least 32 random bytes, written as base64 or in hexadecimal."""
    letters = text.strip().rstrip("=")
    try:
        return _is_short_or_regular(bytes.fromhex(letters))
    except ValueError:
        return _is_short_or_regular(_of_base64(letters)) or _is_regular(letters.encode())


def _is_short_or_regular(content: bytes) -> bool:
    return len(content) < LENGTH or _is_regular(content)


def _is_regular(content: bytes) -> bool:
    """Whether it is a word over and over, words of one kind of letters, or a row such as 123."""
    steps = {after - before for before, after in pairwise(content)}
    return min(len(set(content)), len(steps)) < FEWEST_DIFFERENT


def _of_base64(letters: str) -> bytes:
    plain = letters.translate(str.maketrans("-_", "+/"))
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""
