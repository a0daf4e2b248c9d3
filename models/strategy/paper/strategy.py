"""A strategy as its paper has it: goals, themes, criteria, initiatives and the rest."""

from functools import cached_property
from typing import Literal

from pydantic import Field

from models.errors import InputError
from models.strategy.paper.criterion import Criterion, SuccessStatement
from models.strategy.paper.governance import (
    Communication,
    Governance,
    IdeaStage,
    InnovationNorm,
    Matrix,
    Period,
    ReadingRule,
    StrategyRecommendation,
    SupportProcess,
)
from models.strategy.paper.passage import FactBox, PaperSentence, Part, Passage, Section
from models.strategy.paper.theme import Initiative, StrategicGoal, StrategyTheme


class StrategyOwner(Part):
    """The organisation that adopted the strategy."""

    name: str
    name_en: str
    country: str
    unit: str


class Document(Part):
    """The paper."""

    title: str
    title_en: str
    type: str
    language: str
    adopted_year: int | None
    adopted_basis: str = ""
    file: str


class Strategy(Part):
    """One strategy. Texts are in the paper's language, glosses in English.

    goals: strategic goals above the themes; passages: sentences outside the themes.
    """

    form: Literal["pejling-strategy/1"] = Field(alias="schema")
    id: str
    organisation: StrategyOwner
    document: Document
    period: Period
    vision: tuple[PaperSentence, ...]
    goals: tuple[StrategicGoal, ...] = ()
    themes: tuple[StrategyTheme, ...]
    statements: tuple[SuccessStatement, ...] = ()
    criteria: tuple[Criterion, ...]
    initiatives: tuple[Initiative, ...]
    matrix: Matrix | None = None
    stages: tuple[IdeaStage, ...] = ()
    innovation_types: tuple[InnovationNorm, ...] = ()
    support_process: SupportProcess | None = None
    governance: Governance | None = None
    communication: Communication | None = None
    cases: tuple[FactBox, ...] = ()
    inspiration_boxes: tuple[FactBox, ...] = ()
    recommendations: tuple[StrategyRecommendation, ...] = ()
    passages: tuple[Passage, ...] = ()
    reading_rules: tuple[ReadingRule, ...] = ()
    data_notes: tuple[str, ...] = ()

    @cached_property
    def _criteria(self) -> dict[str, Criterion]:
        return {criterion.id: criterion for criterion in self.criteria}

    @cached_property
    def _themes(self) -> dict[str, StrategyTheme]:
        return {theme.id: theme for theme in self.themes}

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with an id; InputError when the strategy has none such."""
        if criterion_id not in self._criteria:
            raise InputError(
                "Kriteriet {criterion} findes ikke i strategien {strategy}.",
                criterion=criterion_id,
                strategy=self.id,
            )
        return self._criteria[criterion_id]

    def theme(self, theme_id: str) -> StrategyTheme:
        """The theme with an id; InputError when the strategy has none such."""
        if theme_id not in self._themes:
            raise InputError(
                "Temaet {theme} findes ikke i strategien {strategy}.",
                theme=theme_id,
                strategy=self.id,
            )
        return self._themes[theme_id]

    def criteria_of(self, theme_id: str) -> tuple[Criterion, ...]:
        """The criteria of a theme, in the paper's order."""
        return tuple(criterion for criterion in self.criteria if criterion.theme_id == theme_id)

    def criteria_in(self, statement_id: str) -> tuple[Criterion, ...]:
        """The criteria of one sentence; the sentence is kept only when all of them are."""
        return tuple(
            criterion for criterion in self.criteria if criterion.statement_id == statement_id
        )

    def initiatives_of(self, theme_id: str) -> tuple[Initiative, ...]:
        """The initiatives proposed under a theme."""
        return tuple(
            initiative for initiative in self.initiatives if initiative.theme_id == theme_id
        )

    def initiatives_serving(self, criterion_id: str) -> tuple[Initiative, ...]:
        """The initiatives that contribute to a criterion, from every theme."""
        return tuple(
            initiative for initiative in self.initiatives if criterion_id in initiative.criteria
        )

    @cached_property
    def unserved(self) -> tuple[Criterion, ...]:
        """The criteria no initiative contributes to."""
        served_ids = {id_ for initiative in self.initiatives for id_ in initiative.criteria}
        return tuple(criterion for criterion in self.criteria if criterion.id not in served_ids)

    def passages_on(self, section: Section) -> tuple[Passage, ...]:
        """The passages on one subject outside the themes, in the paper's order."""
        return tuple(passage for passage in self.passages if passage.section is section)
