"""Texts that people wrote, shown as they wrote them."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:~<>])")


def plain(text: str) -> str:
    """Somebody's text with every sign that markdown would read as a command made harmless."""
    return _SIGNS.sub(r"\\\1", text)
