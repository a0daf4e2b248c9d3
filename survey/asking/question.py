"""The parts of a questionnaire: scales, items, dimensions, blocks, and the rules of scoring."""

from collections.abc import Mapping
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

# Every text that a person reads is given in all of these.
LANGUAGES = ("da", "sv", "en")
# Charts and papers have colours and places for as many.
LEVELS = 5


TextsOrLists = TypeVar("TextsOrLists", bound=Mapping[str, object])


def _in_every_language(texts: TextsOrLists) -> TextsOrLists:
    if set(texts) != set(LANGUAGES) or not all(texts.values()):
        languages = {"languages": ", ".join(LANGUAGES)}
        raise PydanticCustomError("languages", "must be said in {languages}", languages)
    return texts


Text = Annotated[str, Field(max_length=1_000, pattern=r"\S")]
Texts = Annotated[dict[str, Text], AfterValidator(_in_every_language)]
Lists = Annotated[dict[str, tuple[Text, ...]], AfterValidator(_in_every_language)]
Id = Annotated[str, Field(pattern="^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")]


class Definition(BaseModel):
    """A part of a definition file: unknown fields are refused, and it is frozen after reading."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Scale(Definition):
    """The possible answers to an item: the first label has the value `first`, each next one more.

    opt_out: label of "don't know", stored as 0: an answer, but missing in every score.
    """

    id: Id
    points: int = Field(ge=2, le=50)
    first: int = Field(default=1, ge=0, le=1)
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
                raise PydanticCustomError(
                    "labels",
                    "{labels} labels for {points} points in {language}",
                    {"labels": len(labels), "points": self.points, "language": language},
                )
        if self.opt_out is not None and self.first == 0:
            raise PydanticCustomError("opt_out", "a scale with an opt-out starts above 0")
        return self


class Item(Definition):
    """One statement or question with fixed answers.

    reverse: agreeing is bad. pulse: asked in the short form too.
    stage, role, remark: what it is for.
    """

    id: Id
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

    id: Id
    name: Texts
    note: Texts | None = None
    seeds: tuple[str, ...] = ()
    construct_source: str = ""
    items: tuple[Item, ...] = Field(min_length=1)


class Block(Definition):
    """Questions beside the dimensions: behaviour, overall judgement, background."""

    id: Id
    title: Texts
    stem: Texts | None = None
    items: tuple[Item, ...] = Field(min_length=1)


class OpenQuestion(Definition):
    """A question answered in free text, under a warning against naming people."""

    id: Id
    wording: Texts
    warning: Texts
    max_chars: int = Field(ge=1, le=5_000)


class Gate(Definition):
    """A condition, beside the cut, for an index to reach `level`.

    At least so many `dimensions` at level `at_least`, and none below level `none_below`.
    """

    level: int = Field(ge=2, le=LEVELS)
    dimensions: int = Field(ge=1)
    at_least: int = Field(ge=1, le=LEVELS)
    none_below: int = Field(ge=1, le=LEVELS)


class MaturityLevels(Definition):
    """Maturity 1 to 5: cuts on the 0-100 score, names, descriptions, and gates for the index."""

    cuts: tuple[Annotated[float, Field(gt=0, lt=100)], ...]
    names: Lists
    descriptions: Lists
    gates: tuple[Gate, ...]

    @model_validator(mode="after")
    def _one_text_a_level(self) -> Self:
        texts = (*self.names.values(), *self.descriptions.values())
        if len(self.cuts) != LEVELS - 1 or any(len(each) != LEVELS for each in texts):
            raise PydanticCustomError("levels", "there are {levels} levels", {"levels": LEVELS})
        if list(self.cuts) != sorted(set(self.cuts)):
            raise PydanticCustomError("cuts", "the cuts must rise")
        for names in self.names.values():
            if any(not name.startswith(f"{n} ") for n, name in enumerate(names, start=1)):
                raise PydanticCustomError("level_names", "a name begins with its level")
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
