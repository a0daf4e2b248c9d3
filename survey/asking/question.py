"""The parts of a questionnaire: scales, items, dimensions, blocks, and the rules of scoring."""

from collections.abc import Mapping
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

# Every text that a person reads is given in all of these.
LANGUAGES = ("da", "sv", "en")


TextsOrLists = TypeVar("TextsOrLists", bound=Mapping[str, object])


def _in_every_language(texts: TextsOrLists) -> TextsOrLists:
    if set(texts) != set(LANGUAGES) or not all(texts.values()):
        raise ValueError(f"must be said in {', '.join(LANGUAGES)}, each once and none empty")
    return texts


Texts = Annotated[dict[str, str], AfterValidator(_in_every_language)]
Lists = Annotated[dict[str, tuple[str, ...]], AfterValidator(_in_every_language)]


class Definition(BaseModel):
    """A part of a definition file: unknown fields are refused, and it is frozen after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Scale(Definition):
    """The possible answers to an item: the first label has the value `first`, each next one more.

    opt_out: label of "don't know", stored as 0: an answer, but missing in every score.
    """

    id: str
    points: int = Field(ge=2)
    first: int = Field(default=1, ge=0)
    labels: Lists
    opt_out: Texts | None = None
    stem: Texts | None = None

    @property
    def last(self) -> int:
        """The value of the last label."""
        return self.first + self.points - 1

    @property
    def answers(self) -> tuple[int, ...]:
        """Every value that may be stored, the opt-out last."""
        values = tuple(range(self.first, self.last + 1))
        return values if self.opt_out is None else (*values, 0)

    @model_validator(mode="after")
    def _labels_fit(self) -> Self:
        for language, labels in self.labels.items():
            if len(labels) != self.points:
                raise ValueError(f"{len(labels)} labels for {self.points} points in {language}")
        if self.opt_out is not None and self.first == 0:
            raise ValueError("a scale with an opt-out starts above 0, for 0 is the opt-out")
        return self


class Item(Definition):
    """One statement or question with fixed answers.

    reverse: agreeing is bad. pulse: asked in the short form too.
    stage, role, remark: what it is for.
    """

    id: str
    wording: Texts
    scale: str
    reverse: bool = False
    pulse: bool = False
    source_idea: str = ""
    stage: str = ""
    role: str = ""
    remark: str = ""


class Dimension(Definition):
    """A construct that some items measure together. `note` stands above them; `seeds`: sources."""

    id: str
    name: Texts
    note: Texts | None = None
    seeds: tuple[str, ...] = ()
    construct_source: str = ""
    items: tuple[Item, ...] = Field(min_length=1)


class Block(Definition):
    """Questions beside the dimensions: behaviour, overall judgement, background."""

    id: str
    title: Texts
    stem: Texts | None = None
    items: tuple[Item, ...] = Field(min_length=1)


class OpenQuestion(Definition):
    """A question answered in free text, under a warning against naming people."""

    id: str
    wording: Texts
    warning: Texts
    max_chars: int


class Gate(Definition):
    """A condition, beside the cut, for an index to reach `level`.

    At least so many `dimensions` at level `at_least`, and none below level `none_below`.
    """

    level: int
    dimensions: int
    at_least: int
    none_below: int


class MaturityLevels(Definition):
    """Maturity 1 to 5: cuts on the 0-100 score, names, descriptions, and gates for the index."""

    cuts: tuple[float, ...]
    names: Lists
    descriptions: Lists
    gates: tuple[Gate, ...]

    @model_validator(mode="after")
    def _one_text_a_level(self) -> Self:
        for texts in (*self.names.values(), *self.descriptions.values()):
            if len(texts) != len(self.cuts) + 1:
                raise ValueError(f"{len(texts)} texts for {len(self.cuts) + 1} levels")
        if list(self.cuts) != sorted(set(self.cuts)):
            raise ValueError("the cuts must rise")
        return self


class Scoring(Definition):
    """The numbers of the scoring rule.

    answered_share: a dimension with a smaller share of its items answered is missing.
    dimensions_for_index: an index with fewer dimensions present is missing.
    favourable_from: a score from here on counts as favourable.
    """

    answered_share: float = Field(gt=0, le=1)
    dimensions_for_index: int = Field(ge=1)
    favourable_from: float = Field(gt=0, le=100)
