"""The tables of the culture pages: their frame, and short names of units and columns."""

from collections.abc import Sequence
from html import escape

from models.wording import N_
from models.wording.measures import without_explanation
from pages.shell.wording import _

# What a figure is of, and the figure and a word on it as HTML.
Line = tuple[str, str, str]

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


def unit_table(caption: str, head: str, rows: str, *, stacked: bool = False) -> str:
    """A table with a unit in each row, in a frame that scrolls sideways; as HTML.

    On a phone there is something shorter after it instead; or, where it is stacked, each unit with
    a line a cell, named by the cell's data-name. head: the cells after the unit's. rows: whole
    rows.
    """
    frame, kind = ("", " pj-stack") if stacked else (" pj-off-phone", " pj-change")
    return (
        f'<div class="pj-scroll{frame}" role="region" tabindex="0" '
        f'aria-label="{escape(caption)}">'
        f'<table class="pj pj-map{kind}"><caption>{escape(caption)}</caption><thead><tr>'
        f'<th scope="col">{escape(_("Enhed"))}</th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def brief_table(caption: str, columns: Sequence[str], rows: str, above: str = "") -> str:
    """A table for a phone alone: a unit in each row, and what stands out in it; as HTML.

    rows: whole rows; above: those of the unit above the others.
    """
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    first = f'<tbody class="pj-above">{above}</tbody>' if above else ""
    return (
        f'<table class="pj pj-map pj-brief"><caption class="pj-only-read">{escape(caption)}'
        f"</caption><thead><tr>{head}</tr></thead>{first}<tbody>{rows}</tbody></table>"
    )


def unit_list(caption: str, units: Sequence[tuple[str, Sequence[Line]]]) -> str:
    """A list for a phone alone: each unit with a line a figure; as HTML."""
    items = "".join(
        f"<li><b>{escape(name)}</b><dl>{''.join(map(_line, lines))}</dl></li>"
        for name, lines in units
    )
    return (
        f'<div class="pj-on-phone"><p class="pj-small">{escape(caption)}</p>'
        f'<ul class="pj-units">{items}</ul></div>'
    )


def _line(line: Line) -> str:
    name, figure, small = line
    return f"<div><dt>{escape(name)}</dt><dd>{figure}</dd><dd><small>{small}</small></dd></div>"


def under(name: str, above: str) -> str:
    """A unit's name in a list under its parent, without the parent's name before it."""
    own = name.removeprefix(above).lstrip(" ,-–/")
    return own[:1].upper() + own[1:] if own else name


def kind_name(kind: str) -> str:
    """A kind of unit in the plural, as far as its word is known."""
    return _(KIND_WORD[kind]) if kind in KIND_WORD else kind
