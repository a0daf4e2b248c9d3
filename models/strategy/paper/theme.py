"""Themes of several kinds, their goals, and the initiatives that serve them."""

from datetime import date
from enum import StrEnum

from models.strategy.paper.criterion import ResponsibleLevel
from models.strategy.paper.passage import PaperSentence, Part, Source, SourcedPart
from models.strategy.target import IndicatorKind


class ThemeKind(StrEnum):
    """The paper's word for a theme: a frame (ramme), a focus area (indsatsområde), a landmark
    (pejlemærke), an effort (indsats), a theme, or a goal that carries criteria of its own.
    """

    FRAME = "frame"
    FOCUS_AREA = "focus_area"
    LANDMARK = "landmark"
    EFFORT = "effort"
    THEME = "theme"
    AIM = "aim"


class Goal(SourcedPart):
    """A goal of a theme."""

    text: str
    due: date | None = None
    due_text: str = ""
    note: str = ""


class Measure(Part):
    """A proposed way to measure an aim."""

    kind: IndicatorKind
    unit: str
    hint: str


class Aim(SourcedPart):
    """One statement that holds when a strategic goal is reached."""

    text: str
    due: date
    indicator: Measure


class StrategicGoal(SourcedPart):
    """A goal above the themes, with the statements that hold when it is reached."""

    title: str
    due: date
    statements: tuple[Aim, ...]


class OtherTitle(Part):
    """The name a theme has elsewhere in the same paper."""

    title: str
    source: Source


class Defect(Part):
    """An error in the paper itself, shown and not repaired."""

    problem: str
    source: Source


class StrategyTheme(SourcedPart):
    """A theme of a strategy: criteria belong to one each.

    statements: sentences of the paper under it; focus: its points of special attention.
    note: how it was formed, where the paper has no heading for it.
    """

    order: int
    kind: ThemeKind
    title: str
    rationale: str = ""
    adopted: str = ""
    other_title: OtherTitle | None = None
    goals: tuple[Goal, ...] = ()
    statements: tuple[PaperSentence, ...] = ()
    focus: tuple[PaperSentence, ...] = ()
    defects: tuple[Defect, ...] = ()
    initiatives_note: str = ""
    note: str = ""

    def heading_above(self, line: int) -> str:
        """Return the paper's heading of the theme where a line stands under it; else blank."""
        is_heading = self.kind is not ThemeKind.AIM
        return self.title if is_heading and line >= self.source.line else ""


class InitiativeStep(Part):
    """A part of an initiative; its source is the initiative's."""

    id: str
    title: str


class Initiative(SourcedPart):
    """An effort the paper proposes or names.

    paper_status: the paper's word for its state, e.g. "forslag".
    criteria: ids of the criteria it serves, by a proposed mapping.
    related: ids of initiatives and cases that promise or show the same; progress counts once.
    """

    theme_id: str | None = None
    title: str
    paper_status: str
    level: ResponsibleLevel
    parts: tuple[InitiativeStep, ...] = ()
    criteria: tuple[str, ...] = ()
    mapping: str = ""
    related: tuple[str, ...] = ()
    due_rule: str = ""
    note: str = ""
