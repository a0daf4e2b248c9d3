"""The steering of a strategy: levels, rhythm of action plans, and norms of the idea work."""

from datetime import date

from models.strategy.paper.passage import PaperSentence, Part, Source, SourcedPart


class Period(Part):
    """The years a strategy covers. Dates are None where the paper names none."""

    start: date | None
    end: date | None
    text: str
    review_within_years: int | None = None
    note: str = ""
    source: Source | None = None


class Matrix(Part):
    """Frames by focus areas: every cell may hold status, initiatives and criteria."""

    frames: tuple[str, ...]
    focus_areas: tuple[str, ...]
    note: str = ""
    source: Source

    @property
    def cells(self) -> tuple[tuple[str, str], ...]:
        """Every frame with every focus area, row by row."""
        return tuple((frame, focus) for frame in self.frames for focus in self.focus_areas)


class IdeaStage(PaperSentence):
    """A stage of the idea work, with the conditions for leaving it."""

    order: int
    exit_criteria: tuple[str, ...]


class InnovationNorm(SourcedPart):
    """A type of innovation and the time it may take; max_months None means several years."""

    lead_time: str
    max_months: int | None
    financing: str
    anchoring: str


class SupportStep(Part):
    """One step of the support process, with the local and the regional part."""

    step: str
    local: str
    regional: str


class SupportProcess(Part):
    """The way of an idea through local work and regional support."""

    source: Source
    steps: tuple[SupportStep, ...]


class PlanPeriod(Part):
    """One action plan's two years."""

    id: str
    start: date
    end: date
    note: str = ""


class ActionPlans(Part):
    """The rhythm of the action plans."""

    length_years: int
    first_start: int
    cadence: str
    source: Source
    at_adoption: tuple[str, ...]
    source_at_adoption: Source
    periods: tuple[PlanPeriod, ...]
    early_start: PaperSentence


class Governance(Part):
    """The levels and channels that follow the strategy, and its action plans."""

    levels: tuple[PaperSentence, ...]
    channels: tuple[PaperSentence, ...]
    action_plans: ActionPlans


class Audience(SourcedPart):
    """A group to inform about the strategy, with the aim."""

    audience: str
    aim: str


class Communication(Part):
    """The groups to inform about the strategy."""

    source: Source
    audiences: tuple[Audience, ...]


class StrategyRecommendation(SourcedPart):
    """A recommendation of the region to others."""

    to: str
    title: str


class ReadingRule(Part):
    """The rule for reading a word of the paper as a target or a day."""

    phrase: str
    rule: str
