"""A small strategy made by hand, for whoever draws or reports it."""

from dataclasses import dataclass, replace
from datetime import date

from models.report.year.annual_status import build
from models.report.year.context import NO_CONTEXT
from models.strategy.observation import Observation
from models.strategy.paper.criterion import Criterion, Indicator, Proposal, ResponsibleLevel
from models.strategy.paper.governance import Period
from models.strategy.paper.passage import Source
from models.strategy.paper.strategy import Document, Strategy, StrategyOwner
from models.strategy.paper.theme import StrategyTheme
from models.strategy.rule.assess import assess
from models.strategy.rule.assessment import Assessment
from models.strategy.rule.assessment_day import assessment_day, status_day
from models.strategy.rule.moved_due import MovedDue, moved_due
from models.strategy.target import Direction, IndicatorKind, Target

SOURCE = Source(file="seed.txt", line=1, quote="de fleste")


def day(year):
    return date(year, 12, 31)


def a_criterion(criterion_id="C1", *, due=2017, theme="T1", kind="percentage", **changes):
    unit = {"percentage": "% af afdelinger", "milestone": "ja/nej"}.get(kind, "antal")
    proposal = Proposal(operator="gte", value=None, origin="to_be_set")
    indicator = Indicator(
        kind=kind, name="Andel afdelinger", unit=unit, direction="increase", target=proposal,
        data_source="register", how_measured="optælling", frequency="annual",
    )  # fmt: skip
    fields = {
        "id": criterion_id, "theme_id": theme, "text": f"Løftet {criterion_id}", "claim": "stated",
        "due": day(due) if due else None, "source": SOURCE, "indicator": indicator,
        "level": ResponsibleLevel(value="local", basis="inferred"),
    }  # fmt: skip
    return Criterion(**(fields | changes))


def a_target(criterion_id="C1", *, baseline=5.0, target=50.0, due=2017, **changes):
    fields = {
        "kind": "percentage",
        "direction": "increase",
        "set_on": day(2013),
        "baseline_on": day(2013),
    } | changes
    named = {
        "kind": IndicatorKind(fields.pop("kind")),
        "direction": Direction(fields.pop("direction")),
    }
    due_on = day(due) if due else None
    return Target(criterion_id, baseline=baseline, target=target, due=due_on, **named, **fields)


def values(criterion_id="C1", /, **by_year):
    """values("C1", y2014=12) -> an observation of 12 at the end of 2014, entered in January."""
    return tuple(
        Observation(criterion_id, day(int(name[1:])), value, date(int(name[1:]) + 1, 1, 20))
        for name, value in by_year.items()
    )


@dataclass(frozen=True)
class Standing:
    criterion: Criterion
    target: Target | None
    adopted: bool
    observations: tuple[Observation, ...]
    assessment: Assessment
    moved: MovedDue | None


def a_standing(criterion=None, target=None, observations=(), *, year=2016, knowledge_date=None):
    criterion = criterion or a_criterion()
    assessment = assess(target, observations, as_of=day(year), knowledge_date=knowledge_date)
    moved = moved_due(
        target, criterion.due, observations, as_of=day(year), knowledge_date=knowledge_date
    )
    return Standing(criterion, target, target is not None, observations, assessment, moved)


def a_strategy(criteria, *, titles=("Ledelse", "Kultur"), period=(2013, 2020)):
    themes = tuple(
        StrategyTheme(id=f"T{n}", order=n, kind="frame", title=title, source=SOURCE)
        for n, title in enumerate(titles, start=1)
    )
    return Strategy(
        schema="pejling-strategy/1",
        id="small",
        organisation=StrategyOwner(name="Region Prøve", name_en="Test", country="DK", unit=""),
        document=Document(title="Politik", title_en="Policy", type="politik", language="da",
                          adopted_year=2012, file="seed.txt"),
        period=Period(start=date(period[0], 1, 1), end=day(period[1]), text="2013-2020"),
        vision=(), themes=themes, criteria=tuple(criteria), initiatives=(),
    )  # fmt: skip


def a_status(
    standings,
    *,
    year=2016,
    knowledge_date=date(2017, 5, 1),
    culture=None,
    context=NO_CONTEXT,
    **strategy,
):
    paper = a_strategy([standing.criterion for standing in standings], **strategy)
    as_of = status_day(year, knowledge_date)
    assessed = [_assessed(standing, as_of, knowledge_date) for standing in standings]
    return build(
        paper,
        assessed,
        year=year,
        as_of=as_of,
        knowledge_date=knowledge_date,
        culture=culture,
        context=context,
    )


def _assessed(standing, as_of, knowledge_date):
    """Return the standing with the assessment that the scoreboard of the day gives."""
    day_of_it = assessment_day(standing.target, as_of=as_of, knowledge_date=knowledge_date)
    assessment = assess(
        standing.target, standing.observations, as_of=day_of_it, knowledge_date=knowledge_date
    )
    moved = moved_due(
        standing.target,
        standing.criterion.due,
        standing.observations,
        as_of=as_of,
        knowledge_date=knowledge_date,
    )
    return replace(standing, assessment=assessment, moved=moved)
