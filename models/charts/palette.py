"""The colours of the dashboard, its charts and its documents, in both modes of the screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Mode = Literal["light", "dark"]


@dataclass(frozen=True)
class Palette:
    """The colours of one mode; `fill` is for shapes (3:1), `text` for words (4.5:1)."""

    ink: str
    ink2: str
    line: str
    line_strong: str
    background: str
    surface: str
    primary: str
    fill: Mapping[str, str]
    text: Mapping[str, str]
    tint: Mapping[str, str]
    categorical: tuple[str, ...]
    sequential: tuple[str, ...]


def _by_sign(achieved: str, on_track: str, at_risk: str, red: str, grey: str) -> dict[str, str]:
    reds = dict.fromkeys(("off_track", "missed", "undocumented"), red)
    greens = {"achieved": achieved, "achieved_late": achieved, "on_track": on_track}
    greens["at_risk"] = at_risk
    return greens | reds | {"no_data": grey}


_SEQUENTIAL = ("#E4F1F3", "#B7D9DF", "#7DB8C3", "#2E7D8C", "#0B5563")

_LIGHT = Palette(
    ink="#15232C",
    ink2="#44545E",
    line="#CBD5DA",
    line_strong="#82919A",
    background="#FFFFFF",
    surface="#E6EDEF",
    primary="#0B5563",
    fill=_by_sign("#0B5563", "#1D8462", "#BB7C00", "#A7120F", "#788D97"),
    text=_by_sign("#0B5563", "#0F6247", "#7A5000", "#96100D", "#4C5A63"),
    tint=_by_sign("#DDEEF0", "#DFF2EA", "#FDF1D3", "#FAE3E1", "#E9EEF0"),
    categorical=("#0B5563", "#9D5B0B", "#3096D2", "#C9628B", "#774FAB", "#7C9760"),
    sequential=_SEQUENTIAL,
)
_DARK = Palette(
    ink="#E9F0F2",
    ink2="#B9C7CD",
    line="#31434C",
    line_strong="#6C808A",
    background="#0F1A20",
    surface="#20323B",
    primary="#6CC5D1",
    fill=_by_sign("#8FD9E6", "#7CB992", "#EFB41F", "#D95045", "#7C8B92"),
    text=_by_sign("#A5DFE7", "#9AD3AE", "#F5C95C", "#F79B93", "#B9C7CD"),
    tint=_by_sign("#12333B", "#16352A", "#3A2C0B", "#441F1C", "#24343C"),
    categorical=("#6CC5D1", "#FF9550", "#4892C3", "#F0548D", "#BE9DFF", "#E5E983"),
    sequential=_SEQUENTIAL,
)


def palette(mode: Mode) -> Palette:
    """Return the colours of a mode."""
    return _LIGHT if mode == "light" else _DARK
