"""The secret that signs the cookies of those who signed in."""

import base64
import binascii
import secrets

LENGTH = 32
# 32 random bytes have 30 different ones; fewer than 20 in less than one of 10^9 secrets.
FEWEST_DIFFERENT = 20


def new() -> str:
    """Return 32 random bytes as text."""
    return secrets.token_urlsafe(LENGTH)


def is_weak(text: str) -> bool:
    """Whether a text is not at least 32 random bytes, written as base64 or in hexadecimal."""
    content = _bytes(text.strip())
    return len(content) < LENGTH or len(set(content)) < FEWEST_DIFFERENT


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        pass
    try:
        plain = text.rstrip("=").translate(str.maketrans("-_", "+/"))
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        return b""
