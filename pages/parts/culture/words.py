"""The tables of the culture pages: their frame, and short names of units and columns."""

from html import escape

from models.wording import N_
from models.wording.measures import without_explanation
from pages.shell.wording import _

KIND_WORD = {
    "region": N_("Region"),
    "hospital": N_("Hospitaler"),
    "department": N_("Afdelinger"),
    "section": N_("Afsnit"),
}


def tall_head(name: str) -> str:
    """A column's head, written upwards so that many columns find room; as HTML."""
    head = escape(without_explanation(name)).replace("/", "/<wbr>")
    return f'<th scope="col"><span class="pj-tall">{head}</span></th>'


def unit_table(caption: str, head: str, rows: str) -> str:
    """A table with a unit in each row, in a frame that scrolls sideways; as HTML.

    head: the cells after the unit's. rows: whole rows.
    """
    return (
        f'<div class="pj-scroll" role="region" tabindex="0" '
        f'aria-label="{escape(caption)}">'
        f'<table class="pj pj-map"><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(_("Enhed"))}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def under(name: str, above: str) -> str:
    """A unit's name in a list under its parent, without the parent's name before it."""
    own = name.removeprefix(above).lstrip(" ,-–/")
    return own[:1].upper() + own[1:] if own else name


def kind_name(kind: str) -> str:
    """A kind of unit in the plural, as far as its word is known."""
    return _(KIND_WORD[kind]) if kind in KIND_WORD else kind
