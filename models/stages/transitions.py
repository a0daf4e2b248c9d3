"""A table of stages: which moves there are between them, and who may make each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from models.access import Permission
from models.errors import SteeringError


class StageRefused(SteeringError):
    """A thing is not in the stage that a move begins in."""


@dataclass(frozen=True)
class Move:
    """A step from some stages into another.

    word: a marked word for people. permission: what a person needs for it; None: nobody makes it,
    it comes with time. by_another: whether it must be another person than the one before.
    """

    name: str
    word: str
    origins: tuple[StrEnum, ...]
    goal: StrEnum
    permission: Permission | None
    by_another: bool = False


@dataclass(frozen=True)
class Transitions:
    """The stages of one kind of thing, in their order.

    name: for files. thing: a marked word with its article. starts: the stages a thing can begin in.
    words: stage -> a marked word.
    """

    name: str
    thing: str
    words: Mapping[Any, str]
    starts: tuple[StrEnum, ...]
    moves: tuple[Move, ...]

    @property
    def stages(self) -> tuple[StrEnum, ...]:
        """The stages in their order."""
        return tuple(self.words)

    def move(self, name: str) -> Move:
        """Return a move by its name; raises KeyError for one there is not."""
        return {move.name: move for move in self.moves}[name]

    def allows(self, stage: StrEnum, name: str) -> bool:
        """Whether a move can be made in a stage."""
        return stage in self.move(name).origins

    def after(self, stage: StrEnum, name: str) -> StrEnum:
        """Return the stage after a move; raises StageRefused where it cannot be made."""
        if not self.allows(stage, name):
            raise StageRefused(
                "Det kan ikke lade sig gøre: {thing} er {stage}.",
                thing=SteeringError(self.thing),
                stage=SteeringError(self.words[stage]),
            )
        return self.move(name).goal

    def leads(self, stage: StrEnum, goal: StrEnum) -> bool:
        """Whether some move leads from a stage to another, or they are the same."""
        return stage is goal or any(
            stage in move.origins and move.goal is goal for move in self.moves
        )
