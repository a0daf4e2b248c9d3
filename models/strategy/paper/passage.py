"""A passage of a strategy paper with its place: file, line and quote."""

from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """A frozen part of a definition file; a field without a definition is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Part):
    """A place in the strategy paper: file, line, and a few words of that line."""

    file: str
    line: int
    quote: str


class Section(StrEnum):
    """The subject of a passage outside the themes."""

    PURPOSE = "purpose"
    DEFINITION = "definition"
    PROBLEM = "problem"
    EMPHASIS = "emphasis"
    FOUNDATION = "foundation"
    BUSINESS = "business"
    PRINCIPLE = "principle"
    ORGANISATION = "organisation"
    IMPROVEMENT = "improvement"
    SCOPE = "scope"
    PARTNER = "partner"
    FACT = "fact"
    EXAMPLE = "example"


class SourcedPart(Part):
    """Anything with an id and a source. gloss: its meaning in English."""

    id: str
    gloss: str = ""
    source: Source


class PaperSentence(SourcedPart):
    """A sentence of the paper, shortened, in the paper's own language."""

    text: str
    due: date | None = None
    note: str = ""


class Passage(PaperSentence):
    """A sentence outside the themes. term: the word it defines; items: what it lists."""

    section: Section
    term: str = ""
    items: tuple[str, ...] = ()


class FactBox(SourcedPart):
    """A case or a box in the paper, with the facts it gives."""

    title: str
    facts: tuple[str, ...] = ()
