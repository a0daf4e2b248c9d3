"""The annual status of a strategy, for the committee."""

from datetime import date

from models.access import Permission, Viewer, require
from models.report.year.annual_status import AnnualStatus, build
from models.report.year.context import YearContext
from models.report.year.culture import Culture, culture_of
from models.services.culture import results
from models.services.promises.scoreboard import assess_strategy
from models.services.promises.status_changes import Moment, changes_between
from models.storage import Db
from models.storage.steering import explanations, proposals
from models.strategy.rule.assessment_day import status_day


def annual_status(
    db: Db, strategy_id: str, year: int, *, knowledge_date: date, by: Viewer
) -> AnnualStatus:
    """Return one year as data, by what was entered until the knowledge date.

    Its day is the last of the year; of a year that is not over, the knowledge date.
    """
    require(by, Permission.SEE_ANNUAL_STATUS)
    as_of = status_day(year, knowledge_date)
    board = assess_strategy(db, strategy_id, as_of=as_of, knowledge_date=knowledge_date)
    culture = _culture(db, until=min(knowledge_date, as_of))
    return build(
        board.strategy,
        board.standings,
        year=year,
        as_of=as_of,
        knowledge_date=knowledge_date,
        culture=culture,
        context=_context(db, strategy_id, year, as_of=as_of, knowledge_date=knowledge_date),
    )


def _context(
    db: Db, strategy_id: str, year: int, *, as_of: date, knowledge_date: date
) -> YearContext:
    """Return the year before by what was known a year before, and what people have written."""
    before_day, known_before = _year_before(as_of), _year_before(knowledge_date)
    before = assess_strategy(db, strategy_id, as_of=before_day, knowledge_date=known_before)
    start = before.strategy.period.start
    began = start is None or before_day >= start
    ids = [criterion.id for criterion in before.strategy.criteria]
    changes = changes_between(
        db,
        strategy_id,
        before=Moment(before_day, known_before),
        after=Moment(as_of, knowledge_date),
    ).changes
    of_criteria = explanations.of_criteria(db, ids, knowledge_date=knowledge_date)
    return YearContext(
        before_day=before_day if began else None,
        before=before.standings if began else (),
        causes={change.criterion.id: change.causes for change in changes},
        explanations={id_: entries[0] for id_, entries in of_criteria.items() if entries},
        proposals=proposals.of_year(db, strategy_id, year, knowledge_date=knowledge_date),
    )


def _year_before(day: date) -> date:
    """Return the same day a year earlier; the 28th of February for the 29th."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap_day else day.day)


def _culture(db: Db, *, until: date) -> Culture | None:
    """Return the region's figures of the newest released wave closed by a day; None without one."""
    for release in results.all_releases(db):
        if release.wave.closes_on is not None and release.wave.closes_on <= until:
            region = release.root.id
            return culture_of(
                results.published_cells(db, release.wave.id, [region]),
                {dimension.id: dimension.name for dimension in release.instrument.dimensions},
                unit_id=region,
                wave_name=release.wave.name,
                closes_on=release.wave.closes_on,
                validated=bool(release.instrument.validated_by),
            )
    return None
