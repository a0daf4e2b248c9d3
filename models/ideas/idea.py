"""An idea and its stage."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from models.wording import N_


class Stage(StrEnum):
    """The stage of an idea."""

    SUBMITTED = "submitted"
    SCREENED = "screened"
    PILOTED = "piloted"
    IMPLEMENTED = "implemented"
    DECLINED = "declined"


class InnovationType(StrEnum):
    """The three kinds of innovation in Region Hovedstaden's policy, each with its own horizon."""

    EVERYDAY = "everyday"
    RESEARCH_DRIVEN = "research_driven"
    BREAKTHROUGH = "breakthrough"


STAGE_WORD = {
    Stage.SUBMITTED: N_("Foreslået"),
    Stage.SCREENED: N_("Vurderet"),
    Stage.PILOTED: N_("Afprøves"),
    Stage.IMPLEMENTED: N_("Taget i brug"),
    Stage.DECLINED: N_("Ikke valgt"),
}

TYPE_WORD = {
    InnovationType.EVERYDAY: N_("Hverdagsinnovation"),
    InnovationType.RESEARCH_DRIVEN: N_("Forskningsdrevet innovation"),
    InnovationType.BREAKTHROUGH: N_("Banebrydende innovation"),
}


@dataclass(frozen=True)
class Idea:
    """A suggestion from a unit, never from a named person.

    language: one of da, sv, en.
    unit_id: None when the idea came without a sender.
    innovation_type: None until somebody has judged it.
    """

    id: str
    title: str
    text: str
    language: str
    unit_id: str | None
    innovation_type: InnovationType | None
    submitted_on: date
    stage: Stage = Stage.SUBMITTED

    @property
    def words(self) -> str:
        """Title and text as one."""
        return f"{self.title}. {self.text}".strip(". ")
