"""The texts of a drawn chart with their places, measured from its SVG."""

import re
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from models.charts.text import text_width

SVG = "{http://www.w3.org/2000/svg}"
MOVE = re.compile(r"translate\(([-\d.e]+)(?:[ ,]([-\d.e]+))?\)")
# Of the height of a line: letters with tails and accents stand closer than lines do.
ASCENT, DESCENT = 0.75, 0.2
# Nearer than this side by side, two texts are read as one; lines may lie close, and what is
# measured too wide on purpose may reach a little over an edge.
APART, TOUCH = 3, 1.5


@dataclass(frozen=True)
class Box:
    text: str
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other):
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > -APART and down > TOUCH


def boxes(svg):
    """Every line of text of a drawing, in its own coordinates."""
    return list(_of(ET.fromstring(svg), 0.0, 0.0))


def _of(element, x, y):
    for move_x, move_y in MOVE.findall(element.get("transform", "")):
        x, y = x + float(move_x), y + float(move_y or 0)
    # What an axis leaves out is there all the same, and not to be seen.
    if element.tag == f"{SVG}text" and element.get("opacity") != "0":
        yield from _lines(element, x, y)
    for child in element:
        yield from _of(child, x, y)


def _lines(element, x, y):
    size = float(element.get("font-size").removesuffix("px"))
    bold = element.get("font-weight") in {"600", "bold"}
    texts = [(element.text or "", 0.0), *((s.text or "", float(s.get("dy") or 0)) for s in element)]
    for text, down in texts:
        y += down
        if text.strip():
            width = text_width(text, bold=bold, size=size)
            part = {"end": 1.0, "middle": 0.5}.get(element.get("text-anchor"), 0.0)
            left = x - part * width
            yield Box(text, left, y - ASCENT * size, left + width, y + DESCENT * size)


def collisions(svg):
    """The pairs of texts that lie over each other."""
    lines = boxes(svg)
    return [
        (box.text, other.text)
        for at, box in enumerate(lines)
        for other in lines[at + 1 :]
        if box.meets(other)
    ]


def cut(svg):
    """The texts that reach out of the drawing, and those that end in a sign of shortening."""
    root = ET.fromstring(svg)
    width, height = (float(root.get(side)) for side in ("width", "height"))
    return [
        box.text
        for box in boxes(svg)
        if box.left < -TOUCH
        or box.right > width + TOUCH
        or box.top < -TOUCH
        or box.bottom > height + TOUCH
        or box.text.endswith("…")
    ]
