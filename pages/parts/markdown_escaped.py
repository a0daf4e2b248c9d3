"""Texts that people wrote, shown character by character as they wrote them."""

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|$:~<>])")


def markdown_escaped(text: str) -> str:
    """Return the text with a backslash before every sign that Streamlit's markdown reads."""
    return _SIGNS.sub(r"\\\1", text)
