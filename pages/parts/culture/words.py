"""Short names of units and columns for the tables of the culture pages."""

from html import escape

from models.wording import N_
from pages.shell.wording import _

KIND_WORD = {
    "region": N_("Region"),
    "hospital": N_("Hospitaler"),
    "department": N_("Afdelinger"),
    "section": N_("Afsnit"),
}


def tall_head(name: str) -> str:
    """A column's head, written upwards so that many columns find room; as HTML."""
    head = escape(name.split(":", maxsplit=1)[0]).replace("/", "/<wbr>")
    return f'<th scope="col"><span class="pj-tall">{head}</span></th>'


def under(name: str, above: str) -> str:
    """A unit's name in a list under its parent, without the parent's name before it."""
    own = name.removeprefix(above).lstrip(" ,-–/")
    return own[:1].upper() + own[1:] if own else name


def kind_name(kind: str) -> str:
    """A kind of unit in the plural, as far as its word is known."""
    return _(KIND_WORD[kind]) if kind in KIND_WORD else kind
