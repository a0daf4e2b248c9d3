"""The year of a strategy, gathered for the committee: how it stood on its last day."""

from datetime import date

from models.report.year.annual_status import AnnualStatus, build, year_end
from models.report.year.culture import Culture, culture_of
from models.services import units
from models.services.culture import results
from models.services.promises.scoreboard import scoreboard
from models.storage import Db


def annual_status(db: Db, strategy_id: str, year: int, *, knowledge_date: date) -> AnnualStatus:
    """One year as data; page and paper are made from it alone."""
    board = scoreboard(db, strategy_id, as_of=year_end(year), knowledge_date=knowledge_date)
    culture = _culture(db, until=min(knowledge_date, year_end(year)))
    labels = {standing.theme.id: standing.label for standing in board.themes}
    return build(
        board.strategy,
        board.standings,
        labels,
        year=year,
        knowledge_date=knowledge_date,
        culture=culture,
    )


def _culture(db: Db, *, until: date) -> Culture | None:
    """The region's published figures of the newest wave that had closed by then."""
    for one in results.released(db):
        if one.wave.closes_on is not None and one.wave.closes_on <= until:
            region = units.wave_organisation(db, one.wave.id).root.id
            return culture_of(
                results.published(db, one.wave.id, [region]),
                {dimension.id: dimension.name for dimension in one.instrument.dimensions},
                unit_id=region,
                wave_name=one.wave.name,
                closes_on=one.wave.closes_on,
                validated=bool(one.instrument.validated_by),
            )
    return None
