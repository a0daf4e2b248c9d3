"""The signs of a status: shape, colour and word, the same on screen and paper."""

from enum import StrEnum
from urllib.parse import quote

from models.charts.palette import Mode, palette
from models.strategy.rule.assessment import Assessment, Status, StatusReason
from models.strategy.rule.theme_label import ThemeLabel
from models.strategy.rule.words import ACHIEVED_LATE, STATUS_WORD, UNASSESSED, UNDOCUMENTED
from models.wording import Words


class Sign(StrEnum):
    """A status as it is drawn.

    A target reached late differs from one reached in time, and a criterion due and never
    documented from missing data.
    """

    ACHIEVED = "achieved"
    ACHIEVED_LATE = "achieved_late"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"
    UNDOCUMENTED = "undocumented"
    NO_DATA = "no_data"


RED = frozenset({Sign.OFF_TRACK, Sign.MISSED, Sign.UNDOCUMENTED})

_WORD = {Sign(status): word for status, word in STATUS_WORD.items()} | {
    Sign.ACHIEVED_LATE: ACHIEVED_LATE,
    Sign.UNDOCUMENTED: UNDOCUMENTED,
    # Of many, some may have a measurement; of one criterion `status_word` tells which.
    Sign.NO_DATA: UNASSESSED,
}

# SVG paths in the square from -1 to 1, filled; Vega and HTML draw the same ones.
SHAPE = {
    Sign.ACHIEVED: "M-.92,0A.92,.92,0,1,1,.92,0A.92,.92,0,1,1,-.92,0Z",
    # A disc that lacks a quarter, like a clock.
    Sign.ACHIEVED_LATE: "M0,0L0,-.95A.95,.95,0,1,0,.95,0Z",
    Sign.ON_TRACK: "M0,-.95L1,.82L-1,.82Z",
    Sign.AT_RISK: "M0,-1L1,0L0,1L-1,0Z",
    Sign.OFF_TRACK: "M-.82,-.82L.82,-.82L.82,.82L-.82,.82Z",
    Sign.MISSED: (
        "M-.95,-.55L-.55,-.95L0,-.4L.55,-.95L.95,-.55L.4,0"
        "L.95,.55L.55,.95L0,.4L-.55,.95L-.95,.55L-.4,0Z"
    ),
    Sign.UNDOCUMENTED: (
        "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z"
        "M-.331,-.571L.571,.331A.66,.66,0,0,0,-.331,-.571Z"
        "M.331,.571L-.571,-.331A.66,.66,0,0,0,.331,.571Z"
    ),
    Sign.NO_DATA: "M-1,-.2L1,-.2L1,.2L-1,.2Z",
}


def sign_of(assessment: Assessment) -> Sign:
    """Return the sign of an assessment."""
    if assessment.reason is StatusReason.OVERDUE_NO_MEASUREMENT:
        return Sign.UNDOCUMENTED
    if assessment.late:
        return Sign.ACHIEVED_LATE
    return Sign(assessment.status)


def sign_of_theme(label: ThemeLabel) -> Sign:
    """Return the sign of a theme; one that is achieved with a target reached late is late too."""
    if label.label is Status.ACHIEVED and label.late:
        return Sign.ACHIEVED_LATE
    return Sign(label.label)


def sign_word(sign: Sign, words: Words) -> str:
    """Return the word that always stands beside the shape, e.g. "På sporet"."""
    return words.say(_WORD[sign])


def mark_svg(sign: Sign, *, mode: Mode = "light", size: str = "1em") -> str:
    """Return the shape as inline SVG, hidden from screen readers: its word stands beside it."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="mark" viewBox="-1.1 -1.1 2.2 2.2"'
        f' width="{size}" height="{size}" aria-hidden="true" focusable="false">'
        f'<path d="{SHAPE[sign]}" fill="{palette(mode).fill[sign]}"/></svg>'
    )


def mark_uri(sign: Sign, *, mode: Mode = "light") -> str:
    """Return the shape as a data URI, for pages that do not allow inline SVG."""
    return "data:image/svg+xml," + quote(mark_svg(sign, mode=mode, size="24"), safe="")
