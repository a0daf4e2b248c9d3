"""A list of names with what belongs to each, e.g. a promise's deadline."""

from collections.abc import Iterable
from html import escape

# A name, and markup that belongs to it.
Fact = tuple[str, str]


def fact_list(facts: Iterable[Fact]) -> str:
    """Return the names with their markup as HTML; those without any are left out."""
    rows = "".join(f"<dt>{escape(name)}</dt><dd>{markup}</dd>" for name, markup in facts if markup)
    return f'<dl class="pj-facts plain">{rows}</dl>' if rows else ""
