"""The questionnaire: what is asked, in which words, on which scale."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from pydantic import model_validator

from survey.asking.question import (
    LANGUAGES,
    Block,
    Definition,
    Dimension,
    Item,
    MaturityLevels,
    OpenQuestion,
    Scale,
    Scoring,
    Texts,
)
from survey.errors import SurveyError


class UnknownItem(SurveyError):
    """An item or dimension was named that the instrument does not have."""


@dataclass(frozen=True)
class Screen:
    """The items that a respondent sees on one page."""

    id: str
    title: dict[str, str]
    stem: dict[str, str] | None
    note: dict[str, str] | None
    items: tuple[Item, ...]


class Instrument(Definition):
    """A whole questionnaire. `extras` are asked after the dimensions, `modules` only by choice.

    validated_by: the study that validated it; empty as long as there is none.
    crossing: the item whose answers cut each hospital a second way, e.g. profession; or empty.
    """

    id: str
    version: str
    title: Texts
    licence: str
    languages: tuple[str, ...]
    master_language: str
    minutes: int
    target_group: Texts
    validated_by: str
    validation_plan: tuple[str, ...]
    crossing: str = ""
    scoring: Scoring
    levels: MaturityLevels
    scales: tuple[Scale, ...]
    dimensions: tuple[Dimension, ...]
    modules: tuple[Dimension, ...]
    extras: tuple[Block, ...]
    open_questions: tuple[OpenQuestion, ...]

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The scored items, dimension by dimension."""
        return tuple(item for dimension in self.dimensions for item in dimension.items)

    @cached_property
    def screens(self) -> tuple[Screen, ...]:
        """The screens in the order in which they are asked: dimensions first, then the extras."""
        return (
            *(
                Screen(d.id, d.name, self.scale(d.items[0].scale).stem, d.note, d.items)
                for d in self.dimensions
            ),
            *(Screen(b.id, b.title, b.stem, None, b.items) for b in self.extras),
        )

    @cached_property
    def _items_by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self._every_item()}

    @cached_property
    def _scales_by_id(self) -> dict[str, Scale]:
        return {scale.id: scale for scale in self.scales}

    def item(self, item_id: str) -> Item:
        """Return an item with fixed answers, scored or not; raises UnknownItem."""
        if item_id not in self._items_by_id:
            raise UnknownItem("Spørgsmålet {item} findes ikke i skemaet.", item=item_id)
        return self._items_by_id[item_id]

    def scale(self, scale_id: str) -> Scale:
        """Return a scale by its id."""
        return self._scales_by_id[scale_id]

    def scale_of(self, item_id: str) -> Scale:
        """Return the scale that an item is answered on; raises UnknownItem."""
        return self.scale(self.item(item_id).scale)

    def dimension(self, dimension_id: str) -> Dimension:
        """Return a dimension or module by its id; raises UnknownItem."""
        for dimension in (*self.dimensions, *self.modules):
            if dimension.id == dimension_id:
                return dimension
        raise UnknownItem("Dimensionen {dimension} findes ikke i skemaet.", dimension=dimension_id)

    @property
    def _blocks(self) -> tuple[Dimension | Block, ...]:
        return (*self.dimensions, *self.modules, *self.extras)

    def _every_item(self) -> Iterator[Item]:
        for block in self._blocks:
            yield from block.items

    @model_validator(mode="after")
    def _require_consistent(self) -> Self:
        if set(self.languages) != set(LANGUAGES):
            raise ValueError(f"languages: must be {', '.join(LANGUAGES)}")
        self._require_unique()
        scale_ids = {scale.id for scale in self.scales}
        for item in self._every_item():
            if item.scale not in scale_ids:
                raise ValueError(f"item {item.id} is answered on an unknown scale, {item.scale}")
        if self.crossing and self.crossing not in self._items_by_id:
            raise ValueError(f"crossing: there is no item {self.crossing}")
        return self

    def _require_unique(self) -> None:
        for ids in (
            [item.id for item in self._every_item()]
            + [question.id for question in self.open_questions],
            [block.id for block in self._blocks],
            [scale.id for scale in self.scales],
        ):
            for repeated, times in Counter(ids).items():
                if times > 1:
                    raise ValueError(f"the id {repeated} stands there twice")
