"""The colours of the dashboard, its charts and its documents, in both modes of the screen."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal

# On a page the colours are those of its style sheet, which follow the screen's mode and print.
Mode = Literal["light", "dark", "page"]


@dataclass(frozen=True)
class Palette:
    """The colours of one mode; `fill` is for shapes (3:1), `text` for words (4.5:1).

    level: of the five levels, the lowest nearest the background; on_level: of words on each.
    """

    ink: str
    ink2: str
    line: str
    line_strong: str
    background: str
    surface: str
    primary: str
    forth: str
    back: str
    fill: Mapping[str, str]
    text: Mapping[str, str]
    tint: Mapping[str, str]
    categorical: tuple[str, ...]
    level: tuple[str, ...]
    on_level: tuple[str, ...]


def _by_sign(achieved: str, on_track: str, at_risk: str, red: str, grey: str) -> dict[str, str]:
    reds = dict.fromkeys(("off_track", "missed", "undocumented"), red)
    greens = {"achieved": achieved, "achieved_late": achieved, "on_track": on_track}
    greens["at_risk"] = at_risk
    return greens | reds | {"no_data": grey}


_LIGHT = Palette(
    ink="#15232C",
    ink2="#44545E",
    line="#CBD5DA",
    line_strong="#82919A",
    background="#FFFFFF",
    surface="#E6EDEF",
    primary="#0B5563",
    forth="#CFE5E9",
    back="#F3E3CC",
    fill=_by_sign("#0B5563", "#1D8462", "#BB7C00", "#A7120F", "#788D97"),
    text=_by_sign("#0B5563", "#0F6247", "#7A5000", "#96100D", "#4C5A63"),
    tint=_by_sign("#DDEEF0", "#DFF2EA", "#FDF1D3", "#FAE3E1", "#E9EEF0"),
    categorical=("#0B5563", "#9D5B0B", "#3096D2", "#C9628B", "#774FAB", "#7C9760"),
    level=("#E4F1F3", "#B7D9DF", "#7DB8C3", "#2E7D8C", "#0B5563"),
    on_level=("#15232C", "#15232C", "#15232C", "#FFFFFF", "#FFFFFF"),
)
_DARK = Palette(
    ink="#E9F0F2",
    ink2="#B9C7CD",
    line="#31434C",
    line_strong="#6C808A",
    background="#0F1A20",
    surface="#20323B",
    primary="#6CC5D1",
    forth="#12404A",
    back="#4A3413",
    fill=_by_sign("#8FD9E6", "#7CB992", "#EFB41F", "#D95045", "#7C8B92"),
    text=_by_sign("#A5DFE7", "#9AD3AE", "#F5C95C", "#F79B93", "#B9C7CD"),
    tint=_by_sign("#12333B", "#16352A", "#3A2C0B", "#441F1C", "#24343C"),
    categorical=("#6CC5D1", "#FF9550", "#4892C3", "#F0548D", "#BE9DFF", "#E5E983"),
    level=("#17303A", "#1D4A57", "#2A6B7A", "#5FB0BD", "#A5DFE7"),
    on_level=("#E9F0F2", "#E9F0F2", "#FFFFFF", "#0F1A20", "#0F1A20"),
)


def properties(ink: Palette) -> dict[str, str]:
    """Return the colours by their names in the style sheets, e.g. "fill-on-track", "level-1"."""
    colours: dict[str, str] = {}
    for field in fields(ink):
        value, name = getattr(ink, field.name), field.name.replace("_", "-")
        if isinstance(value, str):
            colours[name] = value
        elif isinstance(value, tuple):
            colours |= {f"{name}-{at}": colour for at, colour in enumerate(value, start=1)}
        else:
            colours |= {f"{name}-{sign.replace('_', '-')}": value[sign] for sign in value}
    return colours


def _of_the_page(ink: Palette) -> Palette:
    """Return a palette of references to the custom properties of the style sheet."""
    names = iter(properties(ink))
    values: dict[str, object] = {}
    for field in fields(ink):
        value = getattr(ink, field.name)
        if isinstance(value, str):
            values[field.name] = f"var(--pj-{next(names)})"
        elif isinstance(value, tuple):
            values[field.name] = tuple(f"var(--pj-{next(names)})" for _colour in value)
        else:
            values[field.name] = {sign: f"var(--pj-{next(names)})" for sign in value}
    return Palette(**values)  # type: ignore[arg-type]  # each field as it was


_PALETTES = {"light": _LIGHT, "dark": _DARK, "page": _of_the_page(_LIGHT)}


def palette(mode: Mode) -> Palette:
    """Return the colours of a mode; of "page", references to those of the style sheet."""
    return _PALETTES[mode]
