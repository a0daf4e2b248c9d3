"""The signs of many promises as links: the style sheet draws each shape once for all of them."""

from collections.abc import Iterable
from functools import cache
from html import escape
from urllib.parse import quote

from models.charts.board.worst import gap_text
from models.charts.promises.figures import late_word
from models.charts.promises.signs import SHAPE, Sign, sign_of
from models.charts.promises.standing import CriterionStanding
from models.wording import Words
from pages.parts.board.view import Address
from pages.shell import theme
from pages.shell.wording import words

_PLACES = {sign: place for place, sign in enumerate(Sign)}


def put_shapes() -> None:
    """Put the shapes on the page, for `shape`."""
    theme.put_rules(_shapes())


@cache
def _shapes() -> str:
    images, rules = [], []
    for sign in Sign:
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1.1 -1.1 2.2 2.2">'
            f'<path d="{SHAPE[sign]}"/></svg>'
        )
        name = sign.replace("_", "-")
        images.append(f'--pj-image-{name}: url("data:image/svg+xml,{quote(svg, safe="")}");')
        rules.append(
            f".pj-shape-{name} {{ --pj-shape: var(--pj-image-{name}); "
            f"--pj-colour: var(--pj-fill-{name}); }}"
        )
    return f":root {{ {' '.join(images)} }} {' '.join(rules)}"


def shape(sign: Sign) -> str:
    """Return the shape of a sign as HTML; its word must stand beside it."""
    return f'<span class="pj-shape pj-shape-{sign.replace("_", "-")}"></span>'


def sign_links(
    standings: Iterable[CriterionStanding], address: Address, *, chosen: frozenset[Sign]
) -> str:
    """Return a sign for each promise as HTML, the best first, linked to its page.

    chosen: the signs that stand out; empty is all of them.
    """
    language = words()
    rows = sorted(standings, key=lambda row: _PLACES[sign_of(row.assessment)])
    items = "".join(_sign(row, address, chosen, language) for row in rows)
    return f'<ul class="pj-signs">{items}</ul>'


def _sign(
    row: CriterionStanding, address: Address, chosen: frozenset[Sign], language: Words
) -> str:
    sign = sign_of(row.assessment)
    status = late_word(row, language)
    tip = escape(f"{status}: {row.criterion.text} ({gap_text(row, language)})")
    faded = ' class="pj-faded"' if chosen and sign not in chosen else ""
    href = escape(address(row.criterion.id))
    return (
        f'<li{faded}><a href="{href}" target="_self" aria-label="{tip}" data-tip="{tip}">'
        f"{shape(sign)}</a></li>"
    )
