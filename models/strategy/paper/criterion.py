"""The criteria of a strategy, their sentences in the paper, and proposed indicators."""

import re
from datetime import date
from enum import StrEnum

from pydantic import Field

from models.strategy.paper.passage import Part, Source, SourcedPart
from models.strategy.target import RECORDED, SOURCE_PATTERN, Direction, Frequency, IndicatorKind

# A unit that names the whole it is counted of, as "af 3 emner".
OF_TOTAL = re.compile(r"(?:af|av|of) (\d+)\b")


class Claim(StrEnum):
    """The origin of a criterion: stated by the paper, or derived from its goals as a proposal."""

    STATED = "stated"
    EXEMPLARY = "exemplary"
    PRINCIPLE = "principle"
    DERIVED = "derived"


class Responsible(StrEnum):
    """The level that answers for something."""

    POLITICAL = "political"
    ADMINISTRATIVE = "administrative"
    BOTH = "administrative+local"
    LOCAL = "local"


class Basis(StrEnum):
    """The ground of an entry: stated by the paper, or inferred by a reader."""

    STATED = "stated"
    INFERRED = "inferred"


class ResponsibleLevel(Part):
    """The level that answers for something, stated or inferred."""

    value: Responsible
    basis: Basis


class Operator(StrEnum):
    """The comparison of a value with its target."""

    AT_LEAST = "gte"
    MORE_THAN = "gt"
    ABOVE_BASELINE = "gt_baseline"
    BELOW_BASELINE = "lt_baseline"
    DONE = "done"


class Origin(StrEnum):
    """The origin of a target: the paper, one of its words ("alle"), or still to be set."""

    SOURCE = "source"
    DERIVED = "derived"
    TO_BE_SET = "to_be_set"


class Proposal(Part):
    """A target as the paper words it. value None: no figure; rule or hint: the reading used."""

    operator: Operator
    value: float | None
    origin: Origin
    rule: str = ""
    hint: str = ""


class Indicator(Part):
    """A proposed measure of a criterion, until the region adopts a target.

    min_n: the fewest valid answers of a survey.
    """

    kind: IndicatorKind
    name: str
    unit: str
    direction: Direction
    target: Proposal
    data_source: str
    how_measured: str
    frequency: Frequency
    min_n: int | None = None
    uncertainty: str = ""

    @property
    def total(self) -> int | None:
        """The most that can be counted, where the unit names it ("af 3 emner"); else None."""
        match = OF_TOTAL.match(self.unit)
        return int(match[1]) if match and self.kind is IndicatorKind.COUNT else None


class OtherReading(Part):
    """Another day the words of a due date could mean, with the reason."""

    date: date
    reason: str


class Criterion(SourcedPart):
    """One promise of the paper that can be kept or broken.

    statement_id: the sentence it comes from; one sentence may hold many criteria.
    due_text: the paper's words for the due date; due_basis: how a missing year was read.
    measured_by: "recorded", or as a proposal "culture:<dimension>" of the questionnaire.
    """

    theme_id: str
    statement_id: str | None = None
    text: str
    due: date | None = None
    due_text: str = ""
    due_basis: str = ""
    due_alternative: OtherReading | None = None
    claim: Claim
    level: ResponsibleLevel
    indicator: Indicator
    measured_by: str = Field(default=RECORDED, pattern=f"^({SOURCE_PATTERN})$")
    note: str = ""

    @property
    def stated(self) -> bool:
        """Whether the paper itself has it; else it is a proposal derived from a goal."""
        return self.claim is not Claim.DERIVED


class SuccessStatement(Part):
    """A sentence of success in the paper; kept when all its criteria are.

    continues: whether it stands in the same paragraph as the sentence before it.
    """

    id: str
    theme_id: str
    due_text: str = ""
    continues: bool = False
    note: str = ""
    source: Source
