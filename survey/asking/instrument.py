"""The questionnaire: what is asked, in which words, on which scale."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated

from pydantic import Field

from survey.asking.question import (
    Block,
    Definition,
    Dimension,
    Id,
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

    Waves keep the file they were made with, so a new field needs a default, and what was allowed
    once stays allowed.

    validated_by: the study that validated it; empty as long as there is none.
    crossing: the item whose answers cut each hospital a second way, e.g. profession; or empty.
    """

    id: Id
    version: Annotated[str, Field(pattern="^[A-Za-z0-9][A-Za-z0-9._-]{0,19}$")]
    title: Texts
    licence: str = ""
    languages: tuple[str, ...]
    master_language: str
    minutes: int = Field(ge=1, le=120)
    target_group: Texts
    validated_by: str = ""
    validation_plan: tuple[str, ...] = ()
    crossing: str = ""
    scoring: Scoring
    levels: MaturityLevels
    scales: tuple[Scale, ...]
    dimensions: tuple[Dimension, ...] = Field(min_length=1)
    modules: tuple[Dimension, ...] = ()
    extras: tuple[Block, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()

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
